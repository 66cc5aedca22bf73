package io.duecast.label;

import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import java.time.LocalDate;

/**
 * What had become of an invoice by some moment.
 *
 * @param dueOn the due date in force
 * @param daysPastDue of the settlement, negative = early; 0 if it is not settled
 * @param disputed whether a dispute is open
 */
public record Outcome(Fate fate, LocalDate dueOn, int daysPastDue, boolean disputed) {

  /** The outcome after one more change of the invoice. */
  public static Outcome after(ReceivableChanged changed, Outcome before) {
    Standing standing = changed.after();
    return switch (standing.status()) {
      case OPEN, AWAITED, UNKNOWN -> of(Fate.OPEN, standing, 0);
      case WRITTEN_OFF -> of(Fate.WRITTEN_OFF, standing, 0);
      case WITHDRAWN -> of(Fate.WITHDRAWN, standing, 0);
      case SETTLED -> settled(changed, standing, before);
    };
  }

  /** The outcome when the invoice is opened. */
  public static Outcome opened(ReceivableChanged changed) {
    return of(Fate.OPEN, changed.after(), 0);
  }

  private static Outcome settled(ReceivableChanged changed, Standing standing, Outcome before) {
    if (changed.change() instanceof Change.Settled it) {
      Settlement settlement = it.settlement();
      Fate fate = settlement.by() == SettledBy.CREDIT ? Fate.CREDITED : Fate.PAID;
      return of(fate, standing, settlement.daysPastDue());
    }
    return of(before.fate(), standing, before.daysPastDue());
  }

  private static Outcome of(Fate fate, Standing standing, int daysPastDue) {
    return new Outcome(fate, standing.dueOn(), daysPastDue, standing.disputed());
  }
}
