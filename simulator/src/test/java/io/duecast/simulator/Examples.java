package io.duecast.simulator;

import io.duecast.receivable.Fact;
import io.duecast.simulator.Arrival.OfFact;
import io.duecast.simulator.Arrival.Order;
import java.util.List;

/** Economies that tests look at. */
final class Examples {
  private Examples() {}

  /** 60 customers for 300 days. */
  static EconomySettings small() {
    return EconomySettings.demo().withCustomers(60).withDays(300);
  }

  /** 400 customers for two years, in calm times. */
  static EconomySettings calm() {
    return EconomySettings.demo()
        .withCustomers(400)
        .withInvoicesPerCustomerDay(0.1)
        .withDownturn(Downturn.NONE);
  }

  static List<Fact> factsAsRecorded(EconomySettings settings) {
    return Economy.of(settings, Order.AS_RECORDED).stream()
        .filter(OfFact.class::isInstance)
        .map(arrival -> ((OfFact) arrival).event())
        .toList();
  }
}
