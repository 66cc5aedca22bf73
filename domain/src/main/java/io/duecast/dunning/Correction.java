package io.duecast.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Keeps what was learned, and brings the reminder that has not gone out up to it, at once. */
final class Correction {
  /** As soon as any day begins, be it one that was missed. */
  private static final LocalDate SOON = LocalDate.EPOCH;

  private final DunningFiles files;
  private final Policies policies;

  Correction(DunningFiles files, Policies policies) {
    this.files = files;
    this.policies = policies;
  }

  /** Something about an invoice was learned. */
  List<Reminder> learned(DunnedCustomer customer, DunnedInvoice invoice, Instant at) {
    files.put(invoice);
    Reminder live = customer.live();
    boolean named =
        live != null && live.lines().stream().anyMatch(it -> it.invoice().equals(invoice.id()));
    return kept(customer, named ? revised(customer, at) : List.of());
  }

  /** Something about the customer was learned. */
  List<Reminder> learned(DunnedCustomer customer, Instant at) {
    return kept(customer, revised(customer, at));
  }

  /** What is to be told in place of what is live; nothing if it still holds. */
  List<Reminder> revised(DunnedCustomer customer, Instant at) {
    Reminder live = customer.live();
    if (live == null) {
      return List.of();
    }
    Instant since = at.isBefore(live.recordedAt()) ? live.recordedAt() : at;
    return new Revision(files, policies.inForce(since), customer, at).of(live);
  }

  /**
   * Keeps what is said. Whatever is new is looked at as the next day begins: nobody knows yet under
   * which policy.
   */
  List<Reminder> kept(DunnedCustomer known, List<Reminder> said) {
    DunnedCustomer customer = known;
    for (Reminder reminder : said) {
      customer = customer.saying(reminder);
    }
    files.put(customer.lookingOn(SOON));
    return said;
  }
}
