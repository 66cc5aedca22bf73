package io.duecast.dunning;

import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Standing;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is owed of an invoice, and by when.
 *
 * @param status {@code AWAITED} while nothing but its risk is known
 * @param byCredit whether it is credit that settled it
 * @param balance what is open; null if unknown
 * @param closedOn the day on which it became known to be closed; null while it is open
 */
public record Owed(
    ReceivableStatus status,
    boolean byCredit,
    @Nullable Money balance,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate closedOn) {
  static final Owed UNHEARD_OF = new Owed(ReceivableStatus.AWAITED, false, null, null, null, null);

  Owed after(Change change, Standing now, LocalDate today) {
    return new Owed(
        now.status(),
        byCredit(change, now),
        now.balance(),
        now.issuedOn(),
        now.dueOn(),
        now.isOpen() ? null : closedOn == null ? today : closedOn);
  }

  private boolean byCredit(Change change, Standing now) {
    if (change instanceof Change.Settled settled) {
      return settled.settlement().by() == SettledBy.CREDIT;
    }
    return byCredit && now.status() == ReceivableStatus.SETTLED;
  }

  /** Why nothing is to be asked for; null if something is. */
  @Nullable ReminderReason objection() {
    return switch (status) {
      case WITHDRAWN, AWAITED, UNKNOWN -> ReminderReason.WITHDRAWN;
      case WRITTEN_OFF -> ReminderReason.WRITTEN_OFF;
      case SETTLED -> byCredit ? ReminderReason.CREDITED : ReminderReason.PAID;
      case OPEN -> balance == null || !balance.isPositive() ? ReminderReason.PAID : null;
    };
  }
}
