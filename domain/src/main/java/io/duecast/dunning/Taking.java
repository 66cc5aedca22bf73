package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import java.time.LocalDate;
import java.util.List;

/** Notes at the invoices which steps they have taken. */
final class Taking {
  private Taking() {}

  static void take(
      DunningFiles files, CustomerId customer, List<ReminderLine> lines, LocalDate on) {
    for (ReminderLine line : lines) {
      Taken taken = new Taken(on, line.dueOn());
      DunnedInvoice invoice = files.invoice(customer, line.invoice());
      if (line.step() != null) {
        invoice = invoice.taking(line.step(), taken);
      }
      for (String covered : line.covers()) {
        invoice = invoice.taking(covered, taken);
      }
      files.put(invoice);
    }
  }
}
