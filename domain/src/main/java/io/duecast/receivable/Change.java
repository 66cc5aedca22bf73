package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What became of a receivable. */
public sealed interface Change {

  /** It was issued; from now on it is owed. */
  record Opened(Invoice invoice) implements Change {}

  /**
   * Its terms, amount or keeper changed; the standings before and after say how.
   *
   * @param issued the invoice as it was issued
   */
  record Amended(AmendmentType type, LocalDate on, Invoice issued) implements Change {}

  /**
   * Cash came, or a difference was granted, and it neither settled nor reopened anything: something
   * is left to pay, or nothing was any more, as the standing after it says.
   *
   * @param amount in the invoice's currency; null if the invoice's amount is unknown
   */
  record PartlyPaid(@Nullable Money amount, LocalDate on, @Nullable String paymentMeansCode)
      implements Change {}

  /** Cash or credit that had come was taken back; it changed the balance, not the status. */
  record TakenBack(@Nullable Money amount, LocalDate on) implements Change {}

  /** Nothing is left to pay. */
  record Settled(Settlement settlement) implements Change {}

  /**
   * It was closed, and is owed again, or its settlement was found to be another one.
   *
   * @param undone the settlement that no longer holds; null if it was closed otherwise
   */
  record Reopened(LocalDate on, @Nullable Settlement undone) implements Change {}

  /**
   * The customer disputes it; a null amount is the whole. Of a dispute that was known before its
   * invoice neither amount nor reason is told.
   */
  record Disputed(
      DisputeId dispute, @Nullable String reasonCode, @Nullable Money amount, LocalDate on)
      implements Change {}

  /** A dispute has ended after so many days. */
  record DisputeEnded(DisputeId dispute, @Nullable String resolution, LocalDate on, int cycleDays)
      implements Change {}

  /** The customer promised to pay. */
  record Promised(PromiseToPay promise, LocalDate on) implements Change {}

  /** The promised money came in time. */
  record PromiseKept(LocalDate promisedOn, LocalDate on) implements Change {}

  /** The promised day has passed without the money. */
  record PromiseBroken(LocalDate promisedOn, LocalDate on) implements Change {}

  /** Nothing may be done about it for now. */
  record HoldPlaced(LocalDate on) implements Change {}

  /** The hold is over. */
  record HoldReleased(LocalDate on) implements Change {}

  /** A credit note reduced it; it changed the balance, not the status. */
  record Credited(@Nullable Money amount, LocalDate on) implements Change {}

  /** It was given up; {@code amount} is the balance at that time, null if unknown. */
  record WrittenOff(@Nullable Money amount, LocalDate on) implements Change {}

  /** Cash came after it was given up. */
  record Recovered(@Nullable Money amount, LocalDate on) implements Change {}

  /** It was cancelled: it is as if it had never been owed. */
  record Withdrawn(LocalDate on) implements Change {}
}
