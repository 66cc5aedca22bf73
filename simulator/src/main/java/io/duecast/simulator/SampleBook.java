package io.duecast.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** The book of an economy on its last day, one line an invoice, as a system would export it. */
public final class SampleBook {
  private SampleBook() {}

  /** By issue date, then by number; holds all invoices at once. */
  public static Stream<BookRow> rows(EconomySettings settings) {
    Truth truth = Truth.of(settings);
    long end = settings.lastDay().toEpochDay() + 1;
    return truth
        .lives(end, false)
        .map(SampleBook::row)
        .sorted(Comparator.comparing(BookRow::issuedOn).thenComparing(BookRow::invoice));
  }

  private static BookRow row(InvoiceLife life) {
    Bill bill = life.bill;
    Buyer.Master master = life.buyer.master();
    return new BookRow(
        life.id.value(),
        life.buyer.id().value(),
        master.country(),
        master.industry(),
        master.sizeClass(),
        master.segment(),
        LocalDate.ofEpochDay(master.registeredOn()),
        LocalDate.ofEpochDay(bill.issuedDay()),
        bill.stating() == Bill.Stating.TERMS ? null : LocalDate.ofEpochDay(life.dueDay),
        bill.termDays(),
        life.isSettled() ? LocalDate.ofEpochDay(life.settledDay()) : null,
        BigDecimal.valueOf(life.tally().payable, 2),
        bill.currency().getCurrencyCode(),
        bill.kind().label,
        status(life));
  }

  private static String status(InvoiceLife life) {
    if (life.cancelled) {
      return "cancelled";
    }
    if (life.isSettled()) {
      return life.isWithdrawn() ? "credited" : "paid";
    }
    return life.writtenOff ? "written off" : "open";
  }
}
