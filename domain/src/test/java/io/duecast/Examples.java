package io.duecast;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Facts to build tests from: each is complete and plausible as it comes, so that a test says only
 * what matters to it. An event is recorded at nine in the morning, UTC, of the day it is about,
 * unless it says otherwise.
 */
public final class Examples {
  public static final CustomerId ACME = new CustomerId("acme");
  public static final CustomerId GLOBEX = new CustomerId("globex");

  /** The day on which everything begins: a Monday. */
  public static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);

  private Examples() {}

  public static LocalDate day(String date) {
    return LocalDate.parse(date);
  }

  public static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  public static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  public static InvoiceId invoiceId(String id) {
    return new InvoiceId(id);
  }

  /** What one unit of a currency was worth in another on the first day. */
  public static ExchangeRate rate(String from, String to, String rate) {
    return new ExchangeRate(
        Money.currencyOf(from), Money.currencyOf(to), new BigDecimal(rate), FIRST_DAY);
  }

  public static DayOpened dayOpened(String date) {
    return new DayOpened(day(date), false);
  }

  /** Nine in the morning, UTC. */
  public static Instant morningOf(LocalDate day) {
    return day.atTime(9, 0).toInstant(ZoneOffset.UTC);
  }

  /** Recorded and received when it happened, by an ERP, as it went. */
  public static Envelope envelope(String eventId, Instant at) {
    return new Envelope(new EventId(eventId), at, at, at, "erp", null, false);
  }

  /** 100 EUR, issued on the first day and due 30 days later. */
  public static InvoiceExample anInvoice() {
    return new InvoiceExample("I-1");
  }

  public static InvoiceExample anInvoice(String id) {
    return new InvoiceExample(id);
  }

  /** 100 EUR of the whole customer, booked ten days after the first day, for no invoice yet. */
  public static PaymentExample aPayment() {
    return new PaymentExample("P-1");
  }

  public static PaymentExample aPayment(String id) {
    return new PaymentExample(id);
  }

  /** The first amendment of an invoice, five days after the first day. */
  public static AmendmentExample anAmendmentOf(String invoice) {
    return new AmendmentExample(invoice);
  }

  /** A credit note, applied seven days after the first day, to no invoice yet. */
  public static CreditExample aCredit(String id) {
    return new CreditExample(id);
  }

  /** What collectors and buyers say of an invoice. */
  public static WordExample about(String invoice) {
    return new WordExample(invoice);
  }

  /** An update of a customer that says nothing yet, effective on the first day. */
  public static CustomerExample aCustomer() {
    return new CustomerExample();
  }
}
