package io.duecast.label;

import io.duecast.risk.RiskAssessed;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice on its way to a label: how it was scored, what has become of it, and what was said of
 * it so far. The two come from different topics, in either order.
 *
 * @param served the assessment of record at issue; null while it is awaited
 * @param fate {@code UNKNOWN} while nothing was heard of the invoice itself
 * @param dueOn in force; null while nothing was heard of the invoice itself
 * @param daysPastDue of the settlement; 0 if it is not settled
 * @param disputed whether a dispute is open
 * @param settledOn the day of the payment; null if it is not paid
 * @param closedOn the day on which it became known to be closed; null while it is open
 * @param told the labels said last; none before the first
 * @param toldDaysPastDue the settlement said last; null if none was
 * @param revision of what was said last; 0 before the first
 * @param seenOn the last day on which it was looked at; null before the first
 * @param lookOn the next day on which to look at it again; null if only an event can change it
 */
public record LabelCase(
    @Nullable RiskAssessed served,
    Fate fate,
    @Nullable LocalDate dueOn,
    int daysPastDue,
    boolean disputed,
    @Nullable LocalDate settledOn,
    @Nullable LocalDate closedOn,
    List<HorizonLabel> told,
    @Nullable Integer toldDaysPastDue,
    int revision,
    @Nullable LocalDate seenOn,
    @Nullable LocalDate lookOn) {
  /** Of an invoice of which nothing was heard. */
  public static final LabelCase NEW =
      new LabelCase(null, Fate.UNKNOWN, null, 0, false, null, null, List.of(), null, 0, null, null);

  public LabelCase {
    told = List.copyOf(told);
  }

  /** What has become of it; null while nothing was heard of the invoice itself. */
  public @Nullable Outcome outcome() {
    return dueOn == null ? null : new Outcome(fate, dueOn, daysPastDue, disputed);
  }

  LabelCase servedAs(RiskAssessed risk) {
    return new LabelCase(
        risk,
        fate,
        dueOn,
        daysPastDue,
        disputed,
        settledOn,
        closedOn,
        told,
        toldDaysPastDue,
        revision,
        seenOn,
        lookOn);
  }

  LabelCase with(Outcome outcome, @Nullable LocalDate settled, LocalDate on) {
    LocalDate closed = closedOn == null || outcome.fate() != fate ? on : closedOn;
    return new LabelCase(
        served,
        outcome.fate(),
        outcome.dueOn(),
        outcome.daysPastDue(),
        outcome.disputed(),
        outcome.fate() == Fate.PAID ? settled : null,
        outcome.fate() == Fate.OPEN ? null : closed,
        told,
        toldDaysPastDue,
        revision,
        seenOn,
        lookOn);
  }

  /** The day that a look on this day is for: what was seen once is not unseen by a late record. */
  LocalDate dayOf(LocalDate on) {
    return seenOn == null || seenOn.isBefore(on) ? on : seenOn;
  }

  LabelCase lookedAt(LocalDate on, @Nullable LocalDate next) {
    return new LabelCase(
        served,
        fate,
        dueOn,
        daysPastDue,
        disputed,
        settledOn,
        closedOn,
        told,
        toldDaysPastDue,
        revision,
        on,
        next);
  }

  LabelCase saying(List<HorizonLabel> labels, @Nullable Integer settled) {
    return new LabelCase(
        served,
        fate,
        dueOn,
        daysPastDue,
        disputed,
        settledOn,
        closedOn,
        labels,
        settled,
        revision + 1,
        seenOn,
        lookOn);
  }
}
