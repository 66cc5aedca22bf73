package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What a careless ERP tells of the payments of a set of invoices. */
final class RandomPayments {
  private static final PaymentStatus[] AFTERWARDS = {
    PaymentStatus.REVERSED,
    PaymentStatus.RETURNED,
    PaymentStatus.CHARGEBACK,
    PaymentStatus.FAILED,
    PaymentStatus.BOOKED,
    PaymentStatus.PENDING
  };

  private final Random random;
  private final CustomerId customer;
  private final List<InvoiceIssued> invoices;

  RandomPayments(Random random, CustomerId customer, List<InvoiceIssued> invoices) {
    this.random = random;
    this.customer = customer;
    this.invoices = invoices;
  }

  List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < invoices.size() * 5 / 4; i++) {
      InvoiceIssued first = any();
      LocalDate on = first.issuedOn().plusDays(random.nextInt(90) - 3);
      Instant at = RandomFacts.momentOf(random, on.plusDays(random.nextInt(3)));
      PaymentStatus status = chance(12) ? PaymentStatus.PENDING : PaymentStatus.BOOKED;
      facts.add(payment("P-" + i, first, on, at, status));
      while (chance(7)) {
        at = chance(4) ? at : at.plusSeconds(1 + random.nextInt(20 * 86_400));
        InvoiceIssued then = chance(3) ? any() : first;
        PaymentStatus next = AFTERWARDS[random.nextInt(AFTERWARDS.length)];
        facts.add(payment("P-" + i, then, on.plusDays(random.nextInt(9)), at, next));
      }
    }
    return facts;
  }

  private Fact payment(
      String id, InvoiceIssued first, LocalDate on, Instant at, PaymentStatus status) {
    String currency = chance(9) ? "GBP" : currencyOf(first);
    PaymentExample payment =
        Examples.aPayment(id)
            .of(customer)
            .on(on)
            .status(status)
            .recordedAt(at)
            .rate(rate(currency));
    int parts = chance(4) ? 1 + random.nextInt(4) : 1;
    for (int i = 0; i < parts; i++) {
      payment.paying(allocation(i == 0 ? first : any(), currency));
    }
    if (chance(6)) {
      payment.amount(RandomInvoice.money(currency, 50_000_000));
    }
    return payment.fact();
  }

  private PaymentAllocation allocation(InvoiceIssued invoice, String currency) {
    int open = invoice.payable() == null ? 9_900 : invoice.payable().amount().intValue() * 100;
    int cents =
        switch (random.nextInt(6)) {
          case 0 -> random.nextInt(open + 100);
          case 1 -> open + random.nextInt(500);
          case 2 -> 0;
          default -> open + (chance(2) ? 99 : 0);
        };
    return new PaymentAllocation(
        invoice.invoice(),
        RandomInvoice.money(currency, cents),
        chance(10) ? RandomInvoice.money(currency, random.nextInt(400)) : null,
        null,
        null,
        chance(10) ? RandomInvoice.money(currency, random.nextInt(100)) : null);
  }

  /** A rate that may fit the invoice, not fit it, or lead nowhere near it. */
  private @Nullable ExchangeRate rate(String currency) {
    String to = chance(2) ? "EUR" : "USD";
    boolean none = chance(3) || to.equals(currency);
    return none
        ? null
        : new ExchangeRate(
            Money.currencyOf(currency),
            Money.currencyOf(to),
            BigDecimal.valueOf(5_000 + random.nextInt(10_000), 4),
            Examples.FIRST_DAY);
  }

  private static String currencyOf(InvoiceIssued invoice) {
    return invoice.payable() == null ? "EUR" : invoice.payable().currency().getCurrencyCode();
  }

  private InvoiceIssued any() {
    return invoices.get(random.nextInt(invoices.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
