package io.duecast.forecast;

import static io.duecast.check.Check.require;

import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of which something is open.
 *
 * @param balance what is open; more than nothing
 * @param promisedOn the last day of a running promise for the balance; null if there is none
 */
public record OpenItem(
    InvoiceId invoice, Money balance, Outlook outlook, @Nullable LocalDate promisedOn) {
  public OpenItem {
    require(balance.isPositive(), "invoice %s: %s is not open", invoice, balance);
  }
}
