package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Standing;
import io.duecast.risk.RiskBand;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in the eyes of whoever sends reminders.
 *
 * @param status {@code AWAITED} while nothing but its risk is known
 * @param byCredit whether it is credit that settled it
 * @param balance what is open; null if unknown
 * @param band of the last assessment; {@code UNKNOWN} before the first
 * @param promisedOn the last day of the latest promise, kept should it be broken; null for none
 * @param resumedOn the last day on which a pause ended: a dispute, a hold, a stop that was lifted,
 *     a promise that was kept, or that it was closed; null for never
 * @param closedOn the day on which it became known to be closed; null while it is open
 * @param taken each step that was sent or dropped
 */
public record DunnedInvoice(
    CustomerId customer,
    InvoiceId id,
    ReceivableStatus status,
    boolean byCredit,
    @Nullable Money balance,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    RiskBand band,
    boolean disputed,
    boolean onHold,
    @Nullable LocalDate promisedOn,
    Stop stop,
    @Nullable LocalDate resumedOn,
    @Nullable LocalDate closedOn,
    Map<String, Taken> taken) {
  public DunnedInvoice {
    taken = Collections.unmodifiableMap(new TreeMap<>(taken));
  }

  /** One of which nothing was heard. */
  public static DunnedInvoice unheardOf(CustomerId customer, InvoiceId id) {
    return new DunnedInvoice(
        customer,
        id,
        ReceivableStatus.AWAITED,
        false,
        null,
        null,
        null,
        RiskBand.UNKNOWN,
        false,
        false,
        null,
        Stop.NONE,
        null,
        null,
        Map.of());
  }

  /**
   * It changed.
   *
   * @param today the customer's own day on which that was learned
   */
  DunnedInvoice after(ReceivableChanged changed, LocalDate today) {
    Standing now = changed.after();
    boolean kept = promisedOn != null && changed.change() instanceof Change.PromiseKept;
    boolean paused = disputed || onHold || closedOn != null || kept;
    boolean pauses = now.disputed() || now.onHold() || !now.isOpen();
    return new DunnedInvoice(
        customer,
        id,
        now.status(),
        byCredit(changed.change(), now),
        now.balance(),
        now.issuedOn(),
        now.dueOn(),
        band,
        now.disputed(),
        now.onHold(),
        promised(changed.change(), now),
        stop,
        paused && !pauses ? today : resumedOn,
        now.isOpen() ? null : closedOn == null ? today : closedOn,
        taken);
  }

  private boolean byCredit(Change change, Standing now) {
    if (change instanceof Change.Settled settled) {
      return settled.settlement().by() == SettledBy.CREDIT;
    }
    return byCredit && now.status() == ReceivableStatus.SETTLED;
  }

  /** A broken promise still pauses until the promised day has ended where the customer is. */
  private @Nullable LocalDate promised(Change change, Standing now) {
    if (now.promisedOn() != null) {
      return now.promisedOn();
    }
    boolean over = change instanceof Change.PromiseKept || !now.isOpen();
    return over ? null : promisedOn;
  }

  /** Why it is not to be reminded on a day; null if it is. */
  @Nullable ReminderReason objection(LocalDate on) {
    return switch (status) {
      case WITHDRAWN, AWAITED, UNKNOWN -> ReminderReason.WITHDRAWN;
      case WRITTEN_OFF -> ReminderReason.WRITTEN_OFF;
      case SETTLED -> byCredit ? ReminderReason.CREDITED : ReminderReason.PAID;
      case OPEN -> objectionToOpen(on);
    };
  }

  private @Nullable ReminderReason objectionToOpen(LocalDate on) {
    if (disputed) {
      return ReminderReason.DISPUTED;
    }
    if (onHold) {
      return ReminderReason.ON_HOLD;
    }
    if (promisedOn != null && !on.isAfter(promisedOn)) {
      return ReminderReason.PROMISED;
    }
    if (stop.isOn(on)) {
      return ReminderReason.STOPPED;
    }
    return balance == null || !balance.isPositive() ? ReminderReason.PAID : null;
  }

  /** The day from which it could be reminded again after a pause; null if there was none. */
  @Nullable LocalDate backOn() {
    return Later.of(resumedOn, pauseEndsOn());
  }

  /** The first day after a pause that ends by itself; null if there is none. */
  @Nullable LocalDate pauseEndsOn() {
    return Later.of(promisedOn == null ? null : promisedOn.plusDays(1), stop.endedOn());
  }

  /** Whether it has a step behind it under the due date that is in force now. */
  boolean hasTaken(DunningStep step, LocalDate dueNow) {
    Taken known = taken.get(step.name());
    return known != null && known.counts(dueNow, step.day(dueNow));
  }

  DunnedInvoice taking(String step, Taken now) {
    Map<String, Taken> more = new TreeMap<>(taken);
    more.merge(step, now, (was, is) -> is.on().isBefore(was.on()) ? was : is);
    return with(band, stop, resumedOn, more);
  }

  DunnedInvoice inBand(RiskBand other) {
    return with(other, stop, resumedOn, taken);
  }

  /** A stop that is lifted ends on a day; one with an end ends by itself. */
  DunnedInvoice stopped(Stop other, LocalDate today) {
    boolean lifted = stop.isOn(today) && !other.active();
    return with(band, other, lifted ? today : resumedOn, taken);
  }

  private DunnedInvoice with(
      RiskBand band, Stop stop, @Nullable LocalDate resumedOn, Map<String, Taken> taken) {
    return new DunnedInvoice(
        customer,
        id,
        status,
        byCredit,
        balance,
        issuedOn,
        dueOn,
        band,
        disputed,
        onHold,
        promisedOn,
        stop,
        resumedOn,
        closedOn,
        taken);
  }
}
