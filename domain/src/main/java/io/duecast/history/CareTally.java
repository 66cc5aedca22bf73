package io.duecast.history;

import io.duecast.receivable.OutcomeKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What it took to be paid: disputes, promises, contacts.
 *
 * @param disputes opened so far
 * @param disputesEnded of these
 * @param disputeDays the sum of the days that those took
 * @param failedContacts nobody there, or the wrong person
 */
public record CareTally(
    int disputes,
    int disputesEnded,
    long disputeDays,
    int promises,
    int promisesKept,
    int promisesBroken,
    @Nullable LocalDate lastPromiseOn,
    int contacts,
    int failedContacts,
    @Nullable LocalDate lastContactOn) {
  static final CareTally NONE = new CareTally(0, 0, 0, 0, 0, 0, null, 0, 0, null);

  CareTally disputed() {
    return new CareTally(
        disputes + 1,
        disputesEnded,
        disputeDays,
        promises,
        promisesKept,
        promisesBroken,
        lastPromiseOn,
        contacts,
        failedContacts,
        lastContactOn);
  }

  CareTally disputeEnded(int days) {
    return new CareTally(
        disputes,
        disputesEnded + 1,
        disputeDays + days,
        promises,
        promisesKept,
        promisesBroken,
        lastPromiseOn,
        contacts,
        failedContacts,
        lastContactOn);
  }

  CareTally promised(LocalDate on) {
    return new CareTally(
        disputes,
        disputesEnded,
        disputeDays,
        promises + 1,
        promisesKept,
        promisesBroken,
        later(lastPromiseOn, on),
        contacts,
        failedContacts,
        lastContactOn);
  }

  CareTally promiseEnded(boolean kept) {
    return new CareTally(
        disputes,
        disputesEnded,
        disputeDays,
        promises,
        promisesKept + (kept ? 1 : 0),
        promisesBroken + (kept ? 0 : 1),
        lastPromiseOn,
        contacts,
        failedContacts,
        lastContactOn);
  }

  CareTally contacted(OutcomeKind outcome, LocalDate on) {
    boolean failed = outcome == OutcomeKind.NO_ANSWER || outcome == OutcomeKind.WRONG_CONTACT;
    return new CareTally(
        disputes,
        disputesEnded,
        disputeDays,
        promises,
        promisesKept,
        promisesBroken,
        lastPromiseOn,
        contacts + 1,
        failedContacts + (failed ? 1 : 0),
        later(lastContactOn, on));
  }

  private static LocalDate later(@Nullable LocalDate known, LocalDate on) {
    return known == null || on.isAfter(known) ? on : known;
  }

  /** Disputes that are still open. */
  public int disputesOpen() {
    return Math.max(0, disputes - disputesEnded);
  }

  /** Share of ended promises that were kept; NaN before the first. */
  public double keptRatio() {
    int ended = promisesKept + promisesBroken;
    return ended == 0 ? Double.NaN : (double) promisesKept / ended;
  }

  /** Mean days that a dispute took; NaN before the first ended. */
  public double meanDisputeDays() {
    return disputesEnded == 0 ? Double.NaN : (double) disputeDays / disputesEnded;
  }
}
