package io.duecast.dunning;

import org.jspecify.annotations.Nullable;

/** What speaks against a reminder that was to go out. */
final class Objection {
  private Objection() {}

  /** Why it is not to be sent at all; {@code otherwise} if nothing speaks against its lines. */
  static ReminderReason to(
      Reminder live, DunningFiles files, DunnedCustomer customer, ReminderReason otherwise) {
    if (customer.stops().isOn(live.on())) {
      return ReminderReason.STOPPED;
    }
    ReminderReason why = toALine(live, files, true);
    return why == null ? otherwise : why;
  }

  /** Why it is not to be sent as it was. */
  static ReminderReason toTheWords(Reminder live, DunningFiles files) {
    ReminderReason why = toALine(live, files, false);
    return why == null ? ReminderReason.BALANCE_CHANGED : why;
  }

  /** What speaks against the first of the lines; null if nothing does. */
  private static @Nullable ReminderReason toALine(
      Reminder live, DunningFiles files, boolean onlyWithStep) {
    for (ReminderLine line : live.lines()) {
      DunnedInvoice invoice = files.invoice(live.customer(), line.invoice());
      ReminderReason why = invoice.objection(live.on());
      if (why == null && !line.dueOn().equals(invoice.dueOn())) {
        why = ReminderReason.DUE_DATE_MOVED;
      }
      if (why != null && (!onlyWithStep || line.step() != null)) {
        return why;
      }
    }
    return null;
  }
}
