package io.duecast.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the steps of one customer's invoices are due under a policy. */
final class StepClock {
  /** How long a closed invoice is kept, should it be reopened. */
  static final int KEPT_DAYS = 90;

  private final DunningPolicy policy;
  private final DunnedCustomer customer;
  private final @Nullable LocalDate freeOn;

  StepClock(DunningPolicy policy, DunnedCustomer customer) {
    this.policy = policy;
    this.customer = customer;
    this.freeOn = policy.cap().freeOn(customer.messages().sentOn());
  }

  /** What of an invoice that may be reminded is due on a day. */
  DueSteps due(DunnedInvoice invoice, LocalDate on) {
    LocalDate dueOn = invoice.dueOn();
    if (dueOn == null || invoice.objection(on) != null) {
      return DueSteps.NONE;
    }
    List<DunningStep> fresh = new ArrayList<>();
    List<DunningStep> expired = new ArrayList<>();
    for (DunningStep step : open(invoice)) {
      if (!step.day(dueOn).isAfter(on)) {
        boolean isLate = lastDay(invoice, step.day(dueOn)).isBefore(on);
        (isLate ? expired : fresh).add(step);
      }
    }
    return new DueSteps(fresh, expired);
  }

  /** The first day on which looking at an invoice may bring something; null for none. */
  @Nullable LocalDate nextLook(DunnedInvoice invoice) {
    LocalDate dueOn = invoice.dueOn();
    if (invoice.closedOn() != null) {
      return invoice.closedOn().plusDays(KEPT_DAYS);
    }
    boolean waitsForAnEvent =
        invoice.pauses().waitForAnEvent()
            || invoice.owed().balance() == null
            || customer.stops().isForEver();
    List<DunningStep> open = open(invoice);
    if (dueOn == null || waitsForAnEvent || open.isEmpty()) {
      return null;
    }
    // Where the customer is, the day may begin before it does here.
    LocalDate day = open.getFirst().day(dueOn);
    LocalDate from = Later.of(day, freeOn, invoice.pauses().endOn(), customer.stops().endsOn());
    return from == null ? null : from.minusDays(1);
  }

  /** The steps that an invoice has still to take, those included whose day has not come. */
  private List<DunningStep> open(DunnedInvoice invoice) {
    LocalDate dueOn = invoice.dueOn();
    LocalDate issuedOn = invoice.owed().issuedOn();
    if (dueOn == null || issuedOn == null) {
      return List.of();
    }
    return policy.ladderOf(invoice.band(), customer.profile().segment()).stream()
        .flatMap(ladder -> ladder.steps().stream())
        .filter(step -> !step.day(dueOn).isBefore(issuedOn))
        .filter(step -> !invoice.hasTaken(step, dueOn))
        .toList();
  }

  /** A step that was fresh when the cap began to hold waits for its end. */
  private LocalDate lastDay(DunnedInvoice invoice, LocalDate stepDay) {
    LocalDate last = lastDayFrom(notBefore(stepDay, invoice));
    if (freeOn == null || last.isBefore(customer.messages().sentOn().getLast())) {
      return last;
    }
    LocalDate afterCap = lastDayFrom(freeOn);
    return afterCap.isAfter(last) ? afterCap : last;
  }

  private LocalDate lastDayFrom(LocalDate day) {
    return policy.firstOpenFrom(day, customer.profile().country()).plusDays(policy.expireDays());
  }

  /** A pause is no time in which a step could have gone out. */
  private LocalDate notBefore(LocalDate stepDay, DunnedInvoice invoice) {
    LocalDate day = Later.of(stepDay, customer.stops().backOn(), invoice.pauses().backOn());
    return day == null ? stepDay : day;
  }
}
