package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentReceived;
import io.duecast.simulator.Arrival.Order;
import io.duecast.simulator.Dice.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ReminderTest {
  private static final EconomySettings SETTINGS = Examples.calm().withDays(300);

  @Test
  void aReminderMultipliesTheHazardByWhatIsSet() {
    World world = World.of(SETTINGS.withReminderMultiplier(2));
    Buyer buyer = new Population(world).buyer(7);
    Bill bill = new Billing(world, buyer).bill(1, world.firstDay());
    long day = bill.dueDay() + 1;
    double response = buyer.habit().archetype().reminderResponse;
    double left = 0;
    double leftWhenReminded = 0;
    for (int i = 0; i < 20_000; i++) {
      long delay = 1 + (long) Dice.of(11, Purpose.LIFE, i, 0).exponential(60);
      InvoiceLife life =
          new InvoiceLife(world, buyer, bill, Insolvency.NEVER, Dice.of(13, Purpose.LIFE, i, 0));
      life.todos().clear();
      Todo cash = new Todo(Todo.Act.CASH, day + delay, Todo.ALL, day + delay, bill.dueDay(), true);
      life.add(cash);
      life.remind(day);
      left += delay;
      leftWhenReminded += life.todos().getFirst().intended() - day;
    }
    assertThat(left / leftWhenReminded).isCloseTo(1 + response, within(0.03));
  }

  @Test
  void remindersBringMoneySoonerAndNoMoreThanSet() {
    double without = lateShare(SETTINGS.withReminderMultiplier(1));
    double some = lateShare(SETTINGS.withReminderMultiplier(1.6));
    double strong = lateShare(SETTINGS.withReminderMultiplier(4));

    assertThat(without).isEqualTo(lateShareUnreminded(), within(1e-12));
    assertThat(some).isBetween(0.70 * without, 0.93 * without);
    assertThat(strong).isLessThan(0.75 * without);
  }

  @Test
  void aReminderOfOneCustomerMovesNoOtherCustomer() {
    CustomerId reminded = new CustomerId("C0000003");
    Economy economy = Economy.of(SETTINGS, Order.AS_RECORDED);
    List<Arrival> with = new ArrayList<>();
    while (economy.hasNextDay()) {
      with.addAll(economy.nextDay());
      economy.reminded(reminded, economy.nextDate());
    }
    List<Arrival> without = new ArrayList<>();
    Economy left = Economy.of(SETTINGS, Order.AS_RECORDED);
    while (left.hasNextDay()) {
      without.addAll(left.nextDay());
    }
    assertThat(with).isNotEqualTo(without);
    assertThat(with.stream().filter(arrival -> !isOf(arrival, reminded)))
        .containsExactlyElementsOf(
            without.stream().filter(arrival -> !isOf(arrival, reminded)).toList());
  }

  @Test
  void theTruthKnowsOfReminders() {
    EconomySettings settings = SETTINGS.withReminderMultiplier(3);
    Economy economy = Economy.of(settings, Order.AS_RECORDED);
    Map<InvoiceId, LocalDate> lastPaid = new HashMap<>();
    while (economy.hasNextDay()) {
      LocalDate today = economy.nextDate();
      for (Arrival arrival : economy.nextDay()) {
        if (arrival.event() instanceof InvoiceIssued issued) {
          economy.reminded(issued.customer(), today);
        } else if (arrival.event() instanceof PaymentReceived payment) {
          About.invoices(payment).forEach(invoice -> lastPaid.put(invoice, payment.valueOn()));
        }
      }
    }
    assertThat(agreement(economy.truth(), lastPaid)).isGreaterThan(0.96);
    assertThat(agreement(Truth.of(settings), lastPaid)).isLessThan(0.94);
  }

  @Test
  void onlyWhatIsOpenCanBeRemindedOfAndNotInTheFuture() {
    Economy economy = Economy.of(SETTINGS);
    InvoiceId unknown = new InvoiceId("0000003-00999");

    assertThat(economy.reminded(unknown, economy.nextDate())).isFalse();
    assertThatThrownBy(() -> economy.reminded(unknown, economy.nextDate().plusDays(1)))
        .hasMessageContaining("a reminder on 2024-01-02, but it is 2024-01-01");
    assertThatThrownBy(() -> economy.reminded(new CustomerId("ACME"), LocalDate.EPOCH))
        .hasMessageContaining("ACME");
  }

  /** Share of settled invoices whose last payment was on the day that the truth gives. */
  private static double agreement(Truth truth, Map<InvoiceId, LocalDate> lastPaid) {
    return truth
        .all()
        .filter(invoice -> lastPaid.containsKey(invoice.invoice()))
        .filter(invoice -> !SETTINGS.lastDay().isBefore(invoice.dueOn().plusDays(60)))
        .mapToInt(
            invoice -> Objects.equals(lastPaid.get(invoice.invoice()), invoice.settledOn()) ? 1 : 0)
        .average()
        .orElseThrow();
  }

  private static boolean isOf(Arrival arrival, CustomerId customer) {
    return arrival instanceof Arrival.OfFact fact && fact.event().customer().equals(customer);
  }

  /** Reminds of each invoice once, two days before it is due, and counts what is late at last. */
  private static double lateShare(EconomySettings settings) {
    Economy economy = Economy.of(settings, Order.AS_RECORDED);
    Map<LocalDate, List<InvoiceId>> toRemind = new HashMap<>();
    while (economy.hasNextDay()) {
      LocalDate today = economy.nextDate();
      for (Arrival arrival : economy.nextDay()) {
        if (arrival.event() instanceof InvoiceIssued issued) {
          LocalDate before = issued.dueDate().minusDays(2);
          LocalDate on = before.isBefore(today) ? today : before;
          toRemind.computeIfAbsent(on, absent -> new ArrayList<>()).add(issued.invoice());
        }
      }
      toRemind.getOrDefault(today, List.of()).forEach(invoice -> economy.reminded(invoice, today));
    }
    return share(economy.truth());
  }

  private static double lateShareUnreminded() {
    return share(Truth.of(SETTINGS));
  }

  private static double share(Truth truth) {
    return truth
        .all()
        .filter(invoice -> !invoice.isWithdrawn())
        .mapToInt(invoice -> invoice.isLate(3) ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
