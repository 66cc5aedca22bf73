package io.duecast;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * One customer's account as a careless ERP would tell it: realistic lives of invoices, then
 * repeats, delays and disorder. The same seed tells the same account.
 */
public final class RandomFacts {
  static final int DAYS = 400;

  private final Random random;
  private final CustomerId customer;
  private final List<Fact> facts = new ArrayList<>();

  private RandomFacts(long seed, CustomerId customer) {
    this.random = new Random(seed);
    this.customer = customer;
  }

  /** An account of so many invoices, in the order in which its facts arrive. */
  public static List<Fact> account(long seed, CustomerId customer, int invoices) {
    RandomFacts account = new RandomFacts(seed, customer);
    account.tell(invoices);
    return account.inDisorder(0.08, 0.15);
  }

  /** The same without repeats and disorder: every fact arrives when it is recorded. */
  public static List<Fact> orderly(long seed, CustomerId customer, int invoices) {
    RandomFacts account = new RandomFacts(seed, customer);
    account.tell(invoices);
    return account.inDisorder(0, 0);
  }

  private void tell(int invoices) {
    List<InvoiceIssued> issued = new ArrayList<>();
    LocalDate on = Examples.FIRST_DAY;
    for (int i = 1; i <= invoices; i++) {
      boolean sibling = random.nextInt(4) == 0;
      on = sibling ? on : on.plusDays(random.nextInt(2 * DAYS / Math.max(1, invoices) + 1));
      RandomInvoice life = new RandomInvoice(random, customer, "I-" + i, on);
      issued.add(life.issued());
      facts.addAll(life.facts());
    }
    RandomPayments payments = new RandomPayments(random, customer, issued);
    facts.addAll(payments.facts());
  }

  /** In the order of recording, then some repeated later and some late by a few places. */
  private List<Fact> inDisorder(double repeated, double late) {
    facts.sort(Comparator.comparing((Fact it) -> it.envelope().recordedAt()));
    record Arrival(double place, Fact fact) {}
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      double place = i + (random.nextDouble() < late ? random.nextDouble() * 30 : 0);
      arrivals.add(new Arrival(place, facts.get(i)));
      if (random.nextDouble() < repeated) {
        arrivals.add(new Arrival(place + random.nextDouble() * 60, facts.get(i)));
      }
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::place));
    return arrivals.stream().map(Arrival::fact).toList();
  }

  /** Some moment of the day, so that events of one day have an order. */
  static Instant momentOf(Random random, LocalDate day) {
    return Examples.morningOf(day).plusMillis(random.nextInt(10 * 3_600_000));
  }
}
