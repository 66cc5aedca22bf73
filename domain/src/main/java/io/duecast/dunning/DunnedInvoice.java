package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.risk.RiskBand;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in the eyes of whoever sends reminders.
 *
 * @param band of the last assessment; {@code UNKNOWN} before the first
 * @param taken each step that was sent or dropped
 */
public record DunnedInvoice(
    CustomerId customer,
    InvoiceId id,
    Owed owed,
    Pauses pauses,
    RiskBand band,
    Map<String, Taken> taken) {
  public DunnedInvoice {
    taken = Collections.unmodifiableMap(new TreeMap<>(taken));
  }

  /** One of which nothing was heard. */
  public static DunnedInvoice unheardOf(CustomerId customer, InvoiceId id) {
    return new DunnedInvoice(
        customer, id, Owed.UNHEARD_OF, Pauses.NONE, RiskBand.UNKNOWN, Map.of());
  }

  /**
   * It changed.
   *
   * @param today the customer's own day on which that was learned
   */
  DunnedInvoice after(ReceivableChanged changed, LocalDate today) {
    boolean wasClosed = owed.closedOn() != null;
    return with(
        owed.after(changed.change(), changed.after(), today),
        pauses.after(changed.change(), changed.after(), wasClosed, today));
  }

  /** Why it is not to be reminded on a day; null if it is. */
  @Nullable ReminderReason objection(LocalDate on) {
    ReminderReason pause = owed.status() == ReceivableStatus.OPEN ? pauses.objection(on) : null;
    return pause == null ? owed.objection() : pause;
  }

  /** The due date in force; null while it is awaited. */
  @Nullable LocalDate dueOn() {
    return owed.dueOn();
  }

  /** The day on which it became known to be closed; null while it is open. */
  @Nullable LocalDate closedOn() {
    return owed.closedOn();
  }

  /** Whether it has a step behind it under the due date that is in force now. */
  boolean hasTaken(DunningStep step, LocalDate dueNow) {
    Taken known = taken.get(step.name());
    return known != null && known.counts(dueNow, step.day(dueNow));
  }

  DunnedInvoice taking(String step, Taken now) {
    Map<String, Taken> more = new TreeMap<>(taken);
    more.merge(step, now, (was, is) -> is.on().isBefore(was.on()) ? was : is);
    return new DunnedInvoice(customer, id, owed, pauses, band, more);
  }

  DunnedInvoice inBand(RiskBand other) {
    return new DunnedInvoice(customer, id, owed, pauses, other, taken);
  }

  /** A person wants it reminded no more, or again. */
  DunnedInvoice stopped(Stop other, LocalDate today) {
    return with(owed, pauses.stopped(other, today));
  }

  private DunnedInvoice with(Owed owed, Pauses pauses) {
    return new DunnedInvoice(customer, id, owed, pauses, band, taken);
  }
}
