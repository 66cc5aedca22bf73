package io.duecast.trainer.backtest;

import static io.duecast.check.Check.require;

import io.duecast.trainer.book.ObservedInvoice;
import java.time.LocalDate;
import java.util.List;

/** Where the test begins. */
public sealed interface Split {
  /**
   * The first day of the test.
   *
   * @param issued in any order, not empty
   */
  LocalDate firstTestDay(List<ObservedInvoice> issued);

  /** On a day. */
  record OnDay(LocalDate day) implements Split {
    @Override
    public LocalDate firstTestDay(List<ObservedInvoice> issued) {
      return day;
    }
  }

  /**
   * On the day before which this share of the invoices was issued, or just less.
   *
   * @param share above 0 and below 1
   */
  record AfterShare(double share) implements Split {
    public AfterShare {
      require(share > 0 && share < 1, "%s is no share to split at", share);
    }

    @Override
    public LocalDate firstTestDay(List<ObservedInvoice> issued) {
      List<LocalDate> days = issued.stream().map(ObservedInvoice::issuedOn).sorted().toList();
      return days.get((int) (share * days.size()));
    }
  }
}
