package io.duecast.dunning;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One customer's years as dunning hears them: facts repeated, late and out of order, days that come
 * in bursts after an outage, history before today, a sender that sends, fails or is silent, stops,
 * moves to other zones, and another policy in the middle. The same seed tells the same.
 */
final class RandomDunning {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu", "America/New_York");
  private static final List<RiskBand> BANDS =
      List.of(RiskBand.LOW, RiskBand.MEDIUM, RiskBand.HIGH, RiskBand.VERY_HIGH);

  final InMemoryBooks books = new InMemoryBooks();
  final CustomerId customer;
  final Policies policies;
  final ZoneId company;
  private final Random random;
  private final Ledger ledger = new Ledger(books, LedgerPolicy.DEFAULT);
  private final Listener listener;
  private final List<Reminder> earlier = new ArrayList<>();
  private final List<DayOpened> missed = new ArrayList<>();
  private final LocalDate liveSince;
  private final boolean outages;
  private int said;

  /** Is told what dunning hears, and says what it makes of it. */
  interface Listener {
    /** What is to be sent now; null for nothing. */
    @Nullable Reminder hear(Object what, Instant at);

    /** All that one fact, or one day, has brought is heard. */
    default void pause() {}
  }

  RandomDunning(long seed, Listener listener) {
    this.random = new Random(seed);
    this.customer = new CustomerId("customer-" + seed);
    this.listener = listener;
    this.company = ZoneId.of(random.nextInt(3) == 0 ? "Europe/Berlin" : "UTC");
    this.policies = policies();
    this.outages = random.nextInt(3) == 0;
    this.liveSince = Examples.FIRST_DAY.plusDays(random.nextInt(4) == 0 ? 150 : 0);
  }

  private Policies policies() {
    DunningPolicy first = policy(1);
    Instant turn = Examples.morningOf(Examples.FIRST_DAY.plusDays(200));
    return new Activations(
        List.of(
            new PolicyActivated(first, Instant.EPOCH, "test", "first", Instant.EPOCH),
            new PolicyActivated(policy(2), turn, "test", "second", turn)));
  }

  private DunningPolicy policy(int version) {
    DunningPolicy it = DunningExamples.policy();
    boolean byLetterToo = random.nextBoolean();
    it = DunningExamples.with(it, new ContactCap(1 + random.nextInt(3), 1 + random.nextInt(12)));
    it = DunningExamples.with(it, new Holdout(random.nextInt(4) == 0 ? 0.5 : 0, "7"));
    List<Ladder> ladders = new ArrayList<>(it.ladders());
    if (version == 2) {
      ladders.removeFirst();
      ladders.addFirst(
          new Ladder(
              "key accounts",
              List.of(),
              List.of("key"),
              List.of(DunningExamples.step("hello", -3), DunningExamples.step("second", 15))));
    }
    return new DunningPolicy(
        it.name(),
        version,
        byLetterToo ? ladders.stream().map(DunningExamples::byMailOrLetter).toList() : ladders,
        new SendTimes(60 * random.nextInt(12), 60 * 20, it.times().weekdays()),
        it.holidays(),
        it.cap(),
        random.nextInt(6),
        it.holdout());
  }

  /** Lets it all happen. */
  void live(int invoices) {
    Instant now = Examples.FIRST_DAY.atStartOfDay(company).toInstant();
    LocalDate next = Examples.FIRST_DAY;
    for (Fact fact : RandomFacts.account(random.nextLong(), customer, invoices)) {
      Instant recordedAt = fact.envelope().recordedAt();
      now = recordedAt.isAfter(now) ? recordedAt : now;
      next = openUpTo(now, next);
      tell(fact);
    }
    openUpTo(now.plusSeconds(86_400L * 150), next);
    catchUp();
  }

  private LocalDate openUpTo(Instant now, LocalDate first) {
    LocalDate next = first;
    while (!next.atStartOfDay(company).toInstant().isAfter(now)) {
      missed.add(new DayOpened(next, next.isBefore(liveSince)));
      if (!outages || random.nextInt(4) == 0) {
        catchUp();
      }
      next = next.plusDays(1);
    }
    return next;
  }

  private void catchUp() {
    for (DayOpened day : missed) {
      Instant at = day.date().atStartOfDay(company).toInstant();
      hear(ledger.after(day, at).entries());
      Reminder live = listener.hear(day, at);
      if (random.nextInt(50) == 0) {
        listener.hear(day, at);
      }
      happen(day.date(), at.plusSeconds(3_600L * random.nextInt(24)), live);
    }
    missed.clear();
  }

  /** What happens besides on some days. */
  private void happen(LocalDate day, Instant at, @Nullable Reminder live) {
    if (live != null) {
      send(live, at);
      earlier.add(live);
    }
    if (!earlier.isEmpty() && random.nextInt(12) == 0) {
      Reminder late = earlier.get(Math.max(0, earlier.size() - 1 - random.nextInt(3)));
      hear(late, random.nextInt(5) == 0 ? Delivery.UNKNOWN : Delivery.SENT, at);
    }
    switch (random.nextInt(60)) {
      case 0 -> listener.hear(update(day, at), at);
      case 1 ->
          listener.hear(
              stop(random.nextBoolean() ? null : "I-" + (1 + random.nextInt(9)), day, at), at);
      default -> {}
    }
  }

  private void send(Reminder live, Instant at) {
    Delivery[] often = {Delivery.SENT, Delivery.SENT, Delivery.SENT, Delivery.SENT};
    Delivery[] seldom = {
      Delivery.FAILED, Delivery.BOUNCED, Delivery.OPTED_OUT, Delivery.OPENED, Delivery.UNKNOWN
    };
    if (random.nextInt(10) < 7) {
      hear(live, often[random.nextInt(often.length)], at);
    }
    if (random.nextInt(10) == 0) {
      hear(live, seldom[random.nextInt(seldom.length)], at);
    }
    if (random.nextInt(20) == 0) {
      hear(live, Delivery.SENT, at);
    }
  }

  private void hear(Reminder of, Delivery delivery, Instant at) {
    listener.hear(DunningExamples.status(of, delivery, at), at);
  }

  private CustomerUpdated update(LocalDate day, Instant at) {
    CustomerUpdated it =
        Examples.aCustomer()
            .of(customer)
            .from(day.minusDays(random.nextInt(10)).toString())
            .timeZone(ZONES.get(random.nextInt(ZONES.size())))
            .country(random.nextBoolean() ? "DE" : "FR")
            .segment(random.nextBoolean() ? "key" : "small")
            .fact();
    Boolean blocked = random.nextInt(3) == 0 ? Boolean.valueOf(random.nextBoolean()) : null;
    return new CustomerUpdated(
        Examples.envelope("update-" + said++, at),
        customer,
        it.name(),
        it.partyType(),
        it.country(),
        it.industryScheme(),
        it.industryCode(),
        it.sizeClass(),
        random.nextBoolean() ? it.segment() : null,
        it.registeredOn(),
        it.creditLimit(),
        it.rating(),
        it.directDebitMandate(),
        it.preferredPaymentMeans(),
        blocked,
        random.nextBoolean() ? day.plusDays(random.nextInt(30)) : null,
        it.timeZone(),
        "de",
        it.crmSignals(),
        it.attributes(),
        it.effectiveFrom());
  }

  private ReminderStop stop(@Nullable String invoice, LocalDate day, Instant at) {
    return new ReminderStop(
        Examples.envelope("stop-" + said++, at),
        customer,
        invoice == null ? null : new InvoiceId(invoice),
        random.nextInt(3) == 0 ? null : day.plusDays(random.nextInt(20)),
        random.nextBoolean());
  }

  private void tell(Fact fact) {
    RiskBand band = BANDS.get(random.nextInt(BANDS.size()));
    boolean early = random.nextBoolean();
    if (fact instanceof InvoiceIssued issued && early) {
      assess(issued, band);
    }
    hear(ledger.after(fact).entries());
    if (fact instanceof InvoiceIssued issued && !early) {
      assess(issued, band);
    }
  }

  private void assess(InvoiceIssued issued, RiskBand band) {
    Instant at = issued.envelope().recordedAt();
    listener.hear(
        DunningExamples.risk(customer, issued.invoice().value(), band, issued.issuedOn()), at);
  }

  private void hear(List<AccountEntry> entries) {
    for (AccountEntry entry : entries) {
      if (entry instanceof ReceivableChanged changed) {
        listener.hear(changed, changed.recordedAt());
      }
    }
    listener.pause();
  }
}
