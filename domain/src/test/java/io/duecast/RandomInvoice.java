package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.OutcomeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a careless ERP tells of one invoice, its payments apart. */
final class RandomInvoice {
  private static final OutcomeKind[] CONTACTS = {
    OutcomeKind.NO_ANSWER, OutcomeKind.WRONG_CONTACT, OutcomeKind.PAID_CONFIRMED, OutcomeKind.OTHER
  };
  private static final AmendmentType[] STEPS = {
    AmendmentType.CANCELLED,
    AmendmentType.REOPENED,
    AmendmentType.WRITTEN_OFF,
    AmendmentType.WRITE_OFF_REVERSED,
    AmendmentType.HOLD_PLACED,
    AmendmentType.HOLD_RELEASED,
    AmendmentType.SENT_TO_AGENCY,
    AmendmentType.SOLD_TO_FACTOR
  };

  private final Random random;
  private final CustomerId customer;
  private final String id;
  private final LocalDate on;
  private final Money amount;
  private final InvoiceIssued issued;
  private final List<Fact> facts = new ArrayList<>();

  RandomInvoice(Random random, CustomerId customer, String id, LocalDate on) {
    this.random = random;
    this.customer = customer;
    this.id = id;
    this.on = on;
    this.amount = money(random.nextInt(8) == 0 ? "USD" : "EUR", 1 + random.nextInt(50_000));
    this.issued = issue();
    tell();
  }

  InvoiceIssued issued() {
    return issued;
  }

  List<Fact> facts() {
    return facts;
  }

  private InvoiceIssued issue() {
    InvoiceExample invoice =
        Examples.anInvoice(id)
            .of(customer)
            .issuedOn(on)
            .payable(chance(20) ? null : amount)
            .recordedAt(RandomFacts.momentOf(random, on.plusDays(chance(6) ? 3 : 0)));
    switch (random.nextInt(6)) {
      case 0 -> invoice.dueIn(random.nextInt(60) - 5);
      case 1 -> invoice.dueOn((LocalDate) null).instalment(on.plusDays(20), amount);
      case 2 -> invoice.dueOn((LocalDate) null);
      default -> invoice.dueOn(on.plusDays(random.nextInt(90) - 10));
    }
    if (chance(12)) {
      invoice.prepaid(money(currency(), 1 + random.nextInt(3_000)));
    }
    return invoice.fact();
  }

  private void tell() {
    facts.add(issued);
    if (chance(40)) {
      facts.add(conflictingRepeat());
    }
    amendments();
    credits();
    words();
  }

  private InvoiceIssued conflictingRepeat() {
    return Examples.anInvoice(id).of(customer).issuedOn(on.minusDays(1)).payable("1.23").fact();
  }

  private void amendments() {
    int versions = random.nextInt(5) - 1;
    for (int version = 1; version <= versions; version++) {
      LocalDate day = someDay();
      AmendmentExample amendment =
          Examples.anAmendmentOf(id)
              .of(customer)
              .on(day)
              .version(version)
              .recordedAt(RandomFacts.momentOf(random, day));
      facts.add(
          switch (random.nextInt(5)) {
            case 0 -> amendment.dueOn(on.plusDays(random.nextInt(120)));
            case 1 -> amendment.dueIn(random.nextInt(90));
            case 2 ->
                amendment.payable(
                    money(chance(10) ? "GBP" : currency(), 1 + random.nextInt(50_000)));
            default -> amendment.as(STEPS[random.nextInt(STEPS.length)]);
          });
    }
  }

  private void credits() {
    for (int i = 0; chance(6) && i < 3; i++) {
      LocalDate day = someDay();
      String inCurrency = chance(8) ? "GBP" : currency();
      CreditExample credit =
          Examples.aCredit("CN-" + id + "-" + random.nextInt(2))
              .of(customer)
              .on(day)
              .to(id, money(inCurrency, 1 + random.nextInt(20_000)))
              .recordedAt(RandomFacts.momentOf(random, day));
      if (chance(3)) {
        credit.to(chance(2) ? id : "I-1", money(inCurrency, 1 + random.nextInt(5_000)));
      }
      facts.add(credit.fact());
    }
    if (chance(25)) {
      facts.add(
          Examples.anInvoice("CN-" + id)
              .of(customer)
              .type(DocumentType.CREDIT_NOTE)
              .issuedOn(someDay())
              .payable(chance(4) ? null : amount)
              .correcting(id)
              .fact());
    }
  }

  private void words() {
    if (chance(8)) {
      facts.add(said(someDay()).settled());
    }
    for (int i = 0; chance(6) && i < 3; i++) {
      LocalDate day = someDay();
      facts.add(said(day).disputed("D-" + id + i));
      if (!chance(4)) {
        facts.add(said(day.plusDays(random.nextInt(40))).resolved("D-" + id + i));
      }
    }
    if (chance(5)) {
      LocalDate day = someDay();
      Money part = chance(2) ? null : money(currency(), 1 + random.nextInt(9_000));
      facts.add(said(day).promised(day.plusDays(random.nextInt(20) - 2), part));
    }
    if (chance(6)) {
      LocalDate day = someDay();
      facts.add(said(day).planned(day.plusDays(random.nextInt(20))));
    }
    if (chance(5)) {
      facts.add(said(someDay()).contacted(CONTACTS[random.nextInt(CONTACTS.length)]));
    }
  }

  private WordExample said(LocalDate day) {
    return Examples.about(id)
        .of(customer)
        .on(day)
        .recordedAt(RandomFacts.momentOf(random, day.plusDays(random.nextInt(3))));
  }

  private String currency() {
    return amount.currency().getCurrencyCode();
  }

  private LocalDate someDay() {
    return on.plusDays(random.nextInt(100) - 3);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  static Money money(String currency, int cents) {
    return new Money(BigDecimal.valueOf(cents, 2), Money.currencyOf(currency));
  }
}
