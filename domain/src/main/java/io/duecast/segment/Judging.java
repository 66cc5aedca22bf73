package io.duecast.segment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Counts an invoice that has come due: for its customer, and for the segment that it was in. */
final class Judging {
  private final SegmentFiles files;

  Judging(SegmentFiles files) {
    this.files = files;
  }

  /** The customer with one more invoice judged. */
  SegmentedCustomer count(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      LocalDate day,
      boolean isLate,
      boolean replayed) {
    SegmentWeek week = files.week(replayed);
    if (week != null) {
      files.put(week.judging(invoice.issuedIn(), isLate));
    }
    return customer.judging(day, isLate);
  }

  /** Keeps an invoice for as long as something may still be said of it. */
  void keep(SegmentedInvoice invoice) {
    if (invoice.isPaid() && invoice.isJudged()) {
      files.forget(invoice.customer(), invoice.id());
    } else {
      files.put(invoice);
    }
  }

  static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
