package io.duecast.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Entries;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ledger and a desk behind it, and all that the desk has said. */
final class DunningRig {
  final InMemoryDunningFiles files = new InMemoryDunningFiles();
  final List<Reminder> said = new ArrayList<>();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final DunningDesk desk;
  private final ZoneId company;
  private boolean isSending = true;
  private boolean isReplaying;

  DunningRig() {
    this(DunningExamples.policy());
  }

  DunningRig(DunningPolicy policy) {
    this(Policies.always(policy), "UTC");
  }

  DunningRig(Policies policies, String zone) {
    company = ZoneId.of(zone);
    desk = new DunningDesk(files, policies, company);
  }

  /** From now on nobody sends what is requested, unless {@link #deliver} is called. */
  DunningRig withoutSender() {
    isSending = false;
    return this;
  }

  /** From now on all days are history. */
  DunningRig replaying() {
    isReplaying = true;
    return this;
  }

  /** Facts that are accepted; what is said at once. */
  List<Reminder> send(Fact... facts) {
    List<Reminder> now = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof CustomerUpdated update) {
        now.addAll(desk.after(update));
      } else {
        Entries entries = ledger.after(fact);
        assertThat(entries.rejection()).as("%s", fact).isNull();
        now.addAll(hear(entries.entries()));
      }
    }
    said.addAll(now);
    return now;
  }

  /** Whether the ledger refuses it. */
  boolean refuses(Fact fact) {
    return ledger.after(fact).rejection() != null;
  }

  private List<Reminder> hear(List<AccountEntry> entries) {
    List<Reminder> now = new ArrayList<>();
    for (AccountEntry entry : entries) {
      if (entry instanceof ReceivableChanged changed) {
        now.addAll(desk.after(changed));
      }
    }
    return now;
  }

  List<Reminder> assess(String invoice, RiskBand band) {
    return say(desk.after(DunningExamples.risk(Examples.ACME, invoice, band, Examples.FIRST_DAY)));
  }

  /** A stop up to a day; null for no end. */
  List<Reminder> stop(@Nullable String invoice, @Nullable String until, String on) {
    return say(desk.after(stopOf(invoice, until, on, false)));
  }

  List<Reminder> lift(@Nullable String invoice, String on) {
    return say(desk.after(stopOf(invoice, null, on, true)));
  }

  private static ReminderStop stopOf(
      @Nullable String invoice, @Nullable String until, String on, boolean lifted) {
    return new ReminderStop(
        Examples.envelope("stop-" + invoice + on, Examples.morningOf(Examples.day(on))),
        Examples.ACME,
        invoice == null ? null : new InvoiceId(invoice),
        until == null ? null : Examples.day(until),
        lifted);
  }

  List<Reminder> hear(Reminder of, Delivery delivery) {
    return say(desk.after(DunningExamples.status(of, delivery, of.sendFrom())));
  }

  /** A day begins; what is requested then goes out at once, unless nobody sends. */
  List<Reminder> openDay(LocalDate date) {
    DayOpened day = new DayOpened(date, isReplaying);
    Instant at = date.atStartOfDay(company).toInstant();
    List<Reminder> now = new ArrayList<>(hear(ledger.after(day, at).entries()));
    now.addAll(desk.after(day, at));
    say(now);
    if (isSending) {
      deliver();
    }
    return now;
  }

  List<Reminder> openDay(String date) {
    return openDay(Examples.day(date));
  }

  List<Reminder> openDays(String first, String last) {
    List<Reminder> now = new ArrayList<>();
    for (LocalDate day = Examples.day(first);
        !day.isAfter(Examples.day(last));
        day = day.plusDays(1)) {
      now.addAll(openDay(day));
    }
    return now;
  }

  /** What is live goes out. */
  List<Reminder> deliver() {
    List<Reminder> out = new ArrayList<>();
    for (CustomerId id : files.everybody()) {
      Reminder live = files.customer(id).live();
      if (live != null) {
        out.add(live);
        hear(live, Delivery.SENT);
      }
    }
    return out;
  }

  @Nullable Reminder live() {
    return files.customer(Examples.ACME).live();
  }

  private List<Reminder> say(List<Reminder> now) {
    said.addAll(now);
    return now;
  }
}
