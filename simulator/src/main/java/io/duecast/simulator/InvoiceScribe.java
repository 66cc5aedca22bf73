package io.duecast.simulator;

import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.CreditAllocation;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CreditNoteId;
import io.duecast.receivable.DiscountTerm;
import io.duecast.receivable.FunctionalAmount;
import io.duecast.receivable.Instalment;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.InvoiceTerms;
import io.duecast.simulator.Bill.Stating;
import io.duecast.simulator.Clocks.Stamped;
import io.duecast.simulator.Dice.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what the billing system says. */
final class InvoiceScribe {
  private static final String[] ENTITIES = {"GmbH", "SAS"};
  private static final double AMOUNT_UNKNOWN = 0.1;

  private final World world;
  private final Clocks clocks;
  private final Scribe scribe;

  InvoiceScribe(World world, Clocks clocks, Scribe scribe) {
    this.world = world;
    this.clocks = clocks;
    this.scribe = scribe;
  }

  void write(long day, Step.Issued issued) {
    InvoiceLife life = issued.life();
    Bill bill = life.bill;
    Buyer.Master master = life.buyer.master();
    Dice dice = world.dice(Purpose.WIRE, life.buyer.number(), bill.serial());
    boolean unknown = master.settledOnly() && dice.chance(AMOUNT_UNKNOWN) && bill.prepaid() == 0;
    Money payable = unknown ? null : Scribe.money(bill.payable(), bill.currency());
    boolean dated = bill.stating() == Stating.DUE_DATE;
    Stamped stamped = clocks.morning("issued-" + life.id, day);
    scribe.send(
        stamped,
        new InvoiceIssued(
            stamped.envelope(),
            life.id,
            life.buyer.id(),
            bill.documentType(),
            Scribe.date(day),
            dated ? Scribe.date(bill.dueDay()) : null,
            bill.stating() == Stating.TERMS ? bill.termDays() : null,
            payable,
            bill.prepaid() == 0 ? null : Scribe.money(bill.prepaid(), bill.currency()),
            functional(payable, day),
            master.meansCode(),
            discounts(bill),
            instalments(bill),
            corrected(life),
            ENTITIES["FR".equals(master.country()) ? 1 : 0],
            master.electronic() ? "peppol" : "mail",
            CompanyColumns.of(life, dice)));
  }

  void write(long day, Step.Amended amended) {
    Stamped stamped =
        clocks.inTurn(
            "amended-" + amended.life().id + "-" + amended.version(), day, amended.version());
    InvoiceAmended fact = amendment(day, stamped, amended, amended.after(), amended.version());
    scribe.send(stamped, fact);
    Dice dice = world.dice(Purpose.WIRE, fact.envelope().eventId().value().hashCode(), -day);
    boolean terms = !amended.before().equals(amended.after());
    if (terms && dice.chance(world.settings().dirt().stale())) {
      long older = amended.version() - 1;
      Stamped stale = clocks.knownLater("stale-" + amended.life().id + "-" + older, day, 1);
      scribe.send(stale, amendment(day, stale, amended, amended.before(), older));
    }
  }

  void write(long day, Step.Credited credited) {
    InvoiceLife life = credited.life();
    String number = "K" + life.id + "-" + credited.number();
    Stamped stamped = clocks.afternoon("credited-" + number, day);
    Money amount = Scribe.money(credited.amount(), life.bill.currency());
    scribe.send(
        stamped,
        new CreditApplied(
            stamped.envelope(),
            new CreditNoteId(number),
            life.buyer.id(),
            Scribe.date(day),
            List.of(new CreditAllocation(life.id, amount))));
  }

  private static InvoiceAmended amendment(
      long day, Stamped stamped, Step.Amended amended, Step.Terms after, long version) {
    InvoiceLife life = amended.life();
    AmendmentType type = amended.type();
    return new InvoiceAmended(
        stamped.envelope(),
        life.id,
        life.buyer.id(),
        type,
        terms(life, amended.before()),
        terms(life, after),
        Scribe.date(day),
        version);
  }

  private static InvoiceTerms terms(InvoiceLife life, Step.Terms terms) {
    Money payable = Scribe.money(terms.payable(), life.bill.currency());
    return new InvoiceTerms(payable, Scribe.date(terms.dueDay()), null);
  }

  private @Nullable FunctionalAmount functional(@Nullable Money payable, long day) {
    if (payable == null || payable.currency().equals(ExchangeRates.EURO)) {
      return null;
    }
    ExchangeRate rate = world.rates().toEuro(payable.currency(), day);
    return new FunctionalAmount(payable.at(rate), rate.rate(), rate.on());
  }

  private static List<DiscountTerm> discounts(Bill bill) {
    return bill.discountPercent() == 0
        ? List.of()
        : List.of(
            new DiscountTerm(
                BigDecimal.valueOf(bill.discountPercent()),
                Scribe.date(bill.issuedDay() + Bill.DISCOUNT_DAYS)));
  }

  private static List<Instalment> instalments(Bill bill) {
    if (bill.instalments() == 1) {
      return List.of();
    }
    List<Instalment> parts = new ArrayList<>();
    for (int i = 0; i < bill.instalments(); i++) {
      Money part = Scribe.money(bill.part(i), bill.currency());
      parts.add(new Instalment(Scribe.date(bill.dueDay(i)), part));
    }
    return parts;
  }

  private static List<InvoiceId> corrected(InvoiceLife life) {
    return life.bill.corrects() == 0
        ? List.of()
        : List.of(InvoiceLife.idOf(life.buyer.number(), life.bill.corrects()));
  }
}
