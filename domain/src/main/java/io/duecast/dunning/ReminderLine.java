package io.duecast.dunning;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.RiskBand;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in a reminder.
 *
 * @param balance what is open now; positive
 * @param step the step that is due for it; null if it is named only because it is due itself
 * @param covers the steps before it that were not taken yet, and now will not be
 */
public record ReminderLine(
    InvoiceId invoice,
    Money balance,
    LocalDate issuedOn,
    LocalDate dueOn,
    RiskBand band,
    @Nullable String step,
    List<String> covers) {
  public ReminderLine {
    covers = List.copyOf(covers);
    require(balance.isPositive(), "invoice %s: a reminder of %s", invoice, balance);
  }
}
