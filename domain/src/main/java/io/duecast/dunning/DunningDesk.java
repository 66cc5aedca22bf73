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
  private final DunningFiles files;
  private final Policies policies;
  private final ZoneId zone;
  private final Correction correction;
  private final WordsOfTheSender words;
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
    this.correction = new Correction(files, policies);
    this.words = new WordsOfTheSender(files, correction);
  }

  /** Something became of an invoice. */
  public List<Reminder> after(ReceivableChanged changed) {
    DunnedCustomer customer = files.customer(changed.customer());
    LocalDate today = today(customer, changed.recordedAt());
    DunnedInvoice now = files.invoice(changed.customer(), changed.invoice()).after(changed, today);
    return correction.learned(customer, now, changed.recordedAt());
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
    return correction.learned(
        files.customer(customer), files.invoice(customer, invoice).inBand(band), at);
  }

  /** Something about a customer is known now. */
  public List<Reminder> after(CustomerUpdated update) {
    Instant at = update.envelope().recordedAt();
    DunnedCustomer known = files.customer(update.customer());
    return correction.learned(known.after(update, today(known, at)), at);
  }

  /** Somebody wants no reminders, or wants them again. */
  public List<Reminder> after(ReminderStop stop) {
    Instant at = stop.envelope().recordedAt();
    DunnedCustomer customer = files.customer(stop.customer());
    LocalDate today = today(customer, at);
    Stop said = stop.lifted() ? Stop.NONE : new Stop(true, stop.until());
    if (stop.invoice() == null) {
      return correction.learned(customer.stopped(said, today), at);
    }
    DunnedInvoice known = files.invoice(stop.customer(), stop.invoice());
    return correction.learned(customer, known.stopped(said, today), at);
  }

  /** Something became of a reminder on its way. */
  public List<Reminder> after(ReminderStatus status) {
    return words.hear(status);
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

  private LocalDate today(DunnedCustomer customer, Instant at) {
    return LocalDate.ofInstant(at, customer.profile().zone(zone));
  }
}
