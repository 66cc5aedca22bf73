package io.duecast.dunning;

import io.duecast.Examples;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Interval;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Policies and words about reminders to build tests from. */
public final class DunningExamples {
  private static final List<Channel> EMAIL = List.of(Channel.EMAIL);

  private DunningExamples() {}

  /**
   * Risky invoices are reminded 7 days before they are due; all of them 3, 10 and 20 days after. No
   * cap to speak of, no holdout, steps expire after 3 days.
   */
  public static DunningPolicy policy() {
    return new DunningPolicy(
        "standard",
        1,
        List.of(
            new Ladder(
                "risky",
                List.of(RiskBand.HIGH, RiskBand.VERY_HIGH),
                List.of(),
                List.of(step("friendly", -7), step("first", 3), step("second", 10), last())),
            new Ladder(
                "all",
                List.of(),
                List.of(),
                List.of(step("first", 3), step("second", 10), last()))),
        SendTimes.OFFICE_HOURS,
        List.of(new Holiday("DE", 5, 1, null), new Holiday("DE", 4, 3, 2026)),
        new ContactCap(16, 1),
        3,
        new Holdout(0, "1"));
  }

  /** The same, each step by letter where mail does not reach. */
  public static DunningPolicy byMailOrLetter() {
    DunningPolicy it = policy();
    List<Ladder> ladders = it.ladders().stream().map(DunningExamples::byMailOrLetter).toList();
    return new DunningPolicy(
        it.name(),
        it.version(),
        ladders,
        it.times(),
        it.holidays(),
        it.cap(),
        it.expireDays(),
        it.holdout());
  }

  /** The same, each step by letter where mail does not reach. */
  static Ladder byMailOrLetter(Ladder it) {
    List<Channel> channels = List.of(Channel.EMAIL, Channel.LETTER);
    return new Ladder(
        it.name(),
        it.bands(),
        it.segments(),
        it.steps().stream()
            .map(
                step -> new DunningStep(step.name(), step.daysPastDue(), channels, step.template()))
            .toList());
  }

  public static DunningStep step(String name, int daysPastDue) {
    return new DunningStep(name, daysPastDue, EMAIL, name);
  }

  private static DunningStep last() {
    return new DunningStep("final", 20, List.of(Channel.LETTER), "final");
  }

  public static DunningPolicy with(DunningPolicy it, ContactCap cap) {
    return new DunningPolicy(
        it.name(),
        it.version(),
        it.ladders(),
        it.times(),
        it.holidays(),
        cap,
        it.expireDays(),
        it.holdout());
  }

  public static DunningPolicy with(DunningPolicy it, Holdout holdout) {
    return new DunningPolicy(
        it.name(),
        it.version(),
        it.ladders(),
        it.times(),
        it.holidays(),
        it.cap(),
        it.expireDays(),
        holdout);
  }

  public static ReminderStatus status(Reminder of, Delivery delivery, Instant at) {
    return new ReminderStatus(
        Examples.envelope(of.reminderId() + ":" + delivery + ":" + at, at),
        of.customer(),
        of.reminderId(),
        delivery,
        of.channel());
  }

  /** An assessment at issue that says nothing but the band. */
  public static RiskAssessed risk(
      CustomerId customer, String invoice, RiskBand band, LocalDate issuedOn) {
    return new RiskAssessed(
        "risk-" + customer + "-" + invoice,
        new InvoiceId(invoice),
        customer,
        AssessmentTrigger.ISSUED,
        "m1",
        ScorerRole.CHAMPION,
        0.4,
        new Interval(0.3, 0.5),
        new AgingProbabilities(0.6, 0.4, 0, 0, 0),
        new ExpectedPayment(issuedOn, issuedOn, issuedOn),
        null,
        band,
        null,
        List.of(),
        "set",
        Map.of(),
        issuedOn,
        issuedOn.plusDays(30),
        null,
        Examples.envelope("invoice-" + invoice, Examples.morningOf(issuedOn)).eventId(),
        null,
        Examples.morningOf(issuedOn),
        false);
  }
}
