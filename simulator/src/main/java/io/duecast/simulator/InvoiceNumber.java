package io.duecast.simulator;

import static io.duecast.check.Check.require;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An id of this economy, taken apart.
 *
 * @param serial 0 for all invoices of the customer
 */
record InvoiceNumber(int customer, int serial) {
  private static final Pattern INVOICE = Pattern.compile("(\\d{7})-(\\d{5,9})");
  private static final Pattern CUSTOMER = Pattern.compile("C(\\d{7})");

  static InvoiceNumber of(InvoiceId id) {
    Matcher matcher = INVOICE.matcher(id.value());
    require(matcher.matches(), "invoice %s is not of this economy", id);
    return new InvoiceNumber(
        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  static InvoiceNumber allOf(CustomerId id) {
    Matcher matcher = CUSTOMER.matcher(id.value());
    require(matcher.matches(), "customer %s is not of this economy", id);
    return new InvoiceNumber(Integer.parseInt(matcher.group(1)), 0);
  }
}
