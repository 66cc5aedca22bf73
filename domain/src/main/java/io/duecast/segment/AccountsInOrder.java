package io.duecast.segment;

import static java.lang.Math.toIntExact;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts in their own order, each invoice with its risk at issue, however the two topics
 * interleave: where a risk is missing, the accounts wait for it. Risks are written in the order of
 * the lines that they belong to, so one that comes in place of another says that the other is lost.
 */
final class AccountsInOrder {
  private final WaitingRoom room;

  AccountsInOrder(WaitingRoom room) {
    this.room = room;
  }

  /**
   * A line whose turn has come.
   *
   * @param risk at issue, per mille; null if it opens no invoice, or its risk was lost
   */
  record Turn(WaitingLine line, @Nullable Integer risk) {}

  List<Turn> after(ReceivableChanged changed) {
    return next(changed, null, changed.recordedAt());
  }

  List<Turn> after(DayOpened day, Instant at) {
    return next(null, day, at);
  }

  private List<Turn> next(
      @Nullable ReceivableChanged changed, @Nullable DayOpened day, Instant at) {
    WaitingLine last = room.last();
    WaitingLine line = new WaitingLine(last == null ? 0 : last.number() + 1, changed, day, at);
    if (last != null || isWaiting(line)) {
      room.add(line);
      return List.of();
    }
    return List.of(turn(line));
  }

  /** Only the assessment of record at issue counts. */
  List<Turn> after(RiskAssessed risk) {
    if (risk.trigger() != AssessmentTrigger.ISSUED || risk.role() == ScorerRole.SHADOW) {
      return List.of();
    }
    int perMille = toIntExact(Math.round(risk.probabilityLate() * 1000));
    room.putRisk(risk.customer(), risk.invoice(), perMille);
    List<Turn> turns = new ArrayList<>();
    boolean isPassed = false;
    for (WaitingLine line = room.first();
        line != null && !(isPassed && isWaiting(line));
        line = room.first()) {
      isPassed |= isOf(line, risk.customer(), risk.invoice());
      room.remove(line);
      turns.add(turn(line));
    }
    return turns;
  }

  private boolean isWaiting(WaitingLine line) {
    return line.isOpening() && riskOf(line) == null;
  }

  private @Nullable Integer riskOf(WaitingLine line) {
    ReceivableChanged changed = line.changed();
    return changed == null ? null : room.risk(changed.customer(), changed.invoice());
  }

  private Turn turn(WaitingLine line) {
    Integer risk = line.isOpening() ? riskOf(line) : null;
    if (risk != null && line.changed() != null) {
      room.forgetRisk(line.changed().customer(), line.changed().invoice());
    }
    return new Turn(line, risk);
  }

  private static boolean isOf(WaitingLine line, CustomerId customer, InvoiceId invoice) {
    ReceivableChanged changed = line.changed();
    return line.isOpening()
        && changed != null
        && changed.customer().equals(customer)
        && changed.invoice().equals(invoice);
  }
}
