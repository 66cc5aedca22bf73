package io.duecast.simulator;

import io.duecast.money.Money;
import io.duecast.receivable.Fact;
import io.duecast.simulator.Clocks.Stamped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** Writes down what happened as the domain's facts, and sends them off. */
final class Scribe implements Step.Listener {
  private final Wire wire;
  private final InvoiceScribe invoices;
  private final PaymentScribe payments;
  private final TalkScribe talk;
  private final CustomerScribe customers;

  Scribe(World world, Wire wire) {
    this.wire = wire;
    Clocks clocks = new Clocks(world);
    invoices = new InvoiceScribe(world, clocks, this);
    payments = new PaymentScribe(world, clocks, this);
    talk = new TalkScribe(clocks, this);
    customers = new CustomerScribe(world, clocks, this);
  }

  @Override
  public void tell(long day, Step step) {
    switch (step) {
      case Step.Known known -> customers.write(day, known);
      case Step.Issued issued -> invoices.write(day, issued);
      case Step.Amended amended -> invoices.write(day, amended);
      case Step.Credited credited -> invoices.write(day, credited);
      case Step.Payment payment -> payments.write(day, payment);
      case Step.Undone undone -> payments.write(day, undone);
      case Step.Settled settled -> payments.write(day, settled);
      case Step.Disputed disputed -> talk.write(day, disputed);
      case Step.DisputeEnded ended -> talk.write(day, ended);
      case Step.Responded responded -> talk.write(day, responded);
      case Step.Contacted contacted -> talk.write(day, contacted);
    }
  }

  void send(Stamped stamped, Fact fact) {
    wire.send(fact, stamped.repeatedAt());
  }

  /** An amount of so many minor units of a currency with two decimals. */
  static Money money(long minor, Currency currency) {
    return new Money(BigDecimal.valueOf(minor * 100, Money.SCALE), currency);
  }

  static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }
}
