package io.duecast.receivable;

import io.duecast.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice's position after some change.
 *
 * @param payable what is to be paid, amendments included; null if unknown
 * @param balance what is still open; negative if overpaid; null if {@code payable} is unknown
 * @param paid booked cash; null if {@code payable} is unknown
 * @param credited credit notes applied; null if {@code payable} is unknown
 * @param issuedOn the date on the invoice
 * @param dueOn the due date in force
 * @param originalDueOn the due date at issue
 * @param settledOn the first value date with nothing left to pay; null while there is
 * @param promisedOn the last day of a running promise; null if there is none
 */
public record Standing(
    ReceivableStatus status,
    @Nullable Money payable,
    @Nullable Money balance,
    @Nullable Money paid,
    @Nullable Money credited,
    LocalDate issuedOn,
    LocalDate dueOn,
    LocalDate originalDueOn,
    @Nullable LocalDate settledOn,
    boolean disputed,
    boolean onHold,
    @Nullable LocalDate promisedOn) {
  public boolean isOpen() {
    return status == ReceivableStatus.OPEN;
  }
}
