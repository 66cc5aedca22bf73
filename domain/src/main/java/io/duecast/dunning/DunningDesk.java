package io.duecast.dunning;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides which reminders go out. As a day begins it says what is to be sent in the window that
 * opens on it; whatever is learned until then takes back or corrects what was said, at once.
 * Nothing is added to a reminder but as a day begins.
 */
public final class DunningDesk {
  /** As soon as any day begins, be it one that was missed. */
  private static final LocalDate SOON = LocalDate.EPOCH;

  private final DunningFiles files;
  private final Policies policies;
  private final ZoneId zone;
  private @Nullable DunningPolicy lookedUnder;

  /**
   * A desk with these files.
   *
   * @param zone in which the company's days begin
   */
  public DunningDesk(DunningFiles files, Policies policies, ZoneId zone) {
    this.files = files;
    this.policies = policies;
    this.zone = zone;
  }

  /** Something became of an invoice. */
  public List<Reminder> after(ReceivableChanged changed) {
    DunnedCustomer customer = files.customer(changed.customer());
    LocalDate today = today(customer, changed.recordedAt());
    DunnedInvoice now = files.invoice(changed.customer(), changed.invoice()).after(changed, today);
    return learned(customer, now, changed.recordedAt());
  }

  /** An invoice was assessed; what is said silently, or only asked, counts for nothing. */
  public List<Reminder> after(RiskAssessed risk) {
    if (risk.role() == ScorerRole.SHADOW || risk.trigger() == AssessmentTrigger.WHAT_IF) {
      return List.of();
    }
    return assessed(risk.customer(), risk.invoice(), risk.band(), risk.recordedAt());
  }

  /** An invoice is in a band of risk now. */
  public List<Reminder> assessed(
      CustomerId customer, InvoiceId invoice, RiskBand band, Instant at) {
    return learned(files.customer(customer), files.invoice(customer, invoice).inBand(band), at);
  }

  /** Something about a customer is known now. */
  public List<Reminder> after(CustomerUpdated update) {
    Instant at = update.envelope().recordedAt();
    DunnedCustomer known = files.customer(update.customer());
    return learned(known.after(update, today(known, at)), at);
  }

  /** Somebody wants no reminders, or wants them again. */
  public List<Reminder> after(ReminderStop stop) {
    Instant at = stop.envelope().recordedAt();
    DunnedCustomer customer = files.customer(stop.customer());
    LocalDate today = today(customer, at);
    Stop said = stop.lifted() ? Stop.NONE : new Stop(true, stop.until());
    if (stop.invoice() == null) {
      return learned(customer.stopped(said, today), at);
    }
    DunnedInvoice known = files.invoice(stop.customer(), stop.invoice());
    return learned(customer, known.stopped(said, today), at);
  }

  /** Something became of a reminder on its way. */
  public List<Reminder> after(ReminderStatus status) {
    Instant at = status.envelope().recordedAt();
    DunnedCustomer customer =
        files.customer(status.customer()).hearing(status.delivery(), status.channel());
    Reminder latest = customer.latest();
    if (latest == null || !latest.reminderId().equals(status.reminderId())) {
      return learned(customer, at);
    }
    return switch (status.delivery()) {
      case FAILED -> failed(customer, latest, at);
      case BOUNCED -> bounced(customer, latest, at);
      case SENT, DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT ->
          learned(sent(customer, latest), at);
      case UNKNOWN -> List.of();
    };
  }

  /** It went out, perhaps before the word came that it should not. */
  private DunnedCustomer sent(DunnedCustomer customer, Reminder latest) {
    boolean isKnown =
        latest.state() != ReminderState.REQUESTED && latest.state() != ReminderState.CANCELLED;
    if (isKnown) {
      return customer;
    }
    Taking.take(files, customer.id(), latest.lines(), latest.on());
    return customer.saying(latest.sent()).sending(latest.on());
  }

  private List<Reminder> bounced(DunnedCustomer customer, Reminder latest, Instant at) {
    if (latest.state() == ReminderState.UNDELIVERABLE) {
      return learned(customer, at);
    }
    ReminderReason why = ReminderReason.UNREACHABLE;
    return told(sent(customer, latest), latest.ended(ReminderState.UNDELIVERABLE, why, at));
  }

  private List<Reminder> failed(DunnedCustomer customer, Reminder latest, Instant at) {
    return latest.state() == ReminderState.REQUESTED
        ? told(customer, latest.ended(ReminderState.CANCELLED, ReminderReason.FAILED, at))
        : List.of();
  }

  private List<Reminder> told(DunnedCustomer customer, Reminder reminder) {
    files.put(customer.saying(reminder).lookingOn(SOON));
    return List.of(reminder);
  }

  /** What a new day brings: everybody is looked at who may have something due. */
  public List<Reminder> after(DayOpened day, Instant at) {
    Optional<DunningPolicy> policy = policies.inForce(at);
    boolean isNew = policy.isPresent() && !policy.get().equals(lookedUnder);
    lookedUnder = policy.orElse(null);
    List<Reminder> said = new ArrayList<>();
    if (policy.isPresent()) {
      for (CustomerId id : isNew ? files.everybody() : files.dueBy(day.date())) {
        DunnedCustomer customer = files.customer(id);
        said.addAll(new Look(files, policy.get(), zone, day, at, customer).look());
      }
    }
    return said;
  }

  private List<Reminder> learned(DunnedCustomer customer, DunnedInvoice invoice, Instant at) {
    files.put(invoice);
    Reminder live = customer.live();
    boolean named =
        live != null && live.lines().stream().anyMatch(it -> it.invoice().equals(invoice.id()));
    return keep(customer, named, at);
  }

  private List<Reminder> learned(DunnedCustomer customer, Instant at) {
    return keep(customer, customer.live() != null, at);
  }

  /** Whatever is new is looked at as the next day begins: nobody knows yet under which policy. */
  private List<Reminder> keep(DunnedCustomer known, boolean revise, Instant at) {
    DunnedCustomer customer = known.lookingOn(SOON);
    Reminder live = customer.live();
    if (!revise || live == null) {
      files.put(customer);
      return List.of();
    }
    Instant since = at.isBefore(live.recordedAt()) ? live.recordedAt() : at;
    List<Reminder> said = new Revision(files, policies.inForce(since), customer, at).of(live);
    files.put(said.isEmpty() ? customer : customer.saying(said.getLast()));
    return said;
  }

  private LocalDate today(DunnedCustomer customer, Instant at) {
    return LocalDate.ofInstant(at, customer.zone(zone));
  }
}
