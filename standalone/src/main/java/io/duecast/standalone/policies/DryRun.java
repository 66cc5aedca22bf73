package io.duecast.standalone.policies;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.Arm;
import io.duecast.dunning.DunningDesk;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.InMemoryDunningFiles;
import io.duecast.dunning.Policies;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.dunning.ReminderState;
import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskBand;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a policy would have sent, had each of its messages gone out. */
final class DryRun {
  private final DunningPolicy policy;
  private final ZoneId zone;
  private final Map<Integer, DunningDesk> deskByPartition = new HashMap<>();
  private final Map<Cell, Tally> tallies =
      new TreeMap<>(
          Comparator.comparing(Cell::month)
              .thenComparing(Cell::daysPastDue)
              .thenComparing(Cell::step));

  private record Cell(YearMonth month, int daysPastDue, String step) {}

  private static final class Tally {
    final Set<String> customers = new HashSet<>();
    final Map<Currency, Money> open = new TreeMap<>(Comparator.comparing(Currency::toString));
    int messages;
    int heldOut;
    int invoices;
    int dropped;
  }

  DryRun(DunningPolicy policy, ZoneId zone) {
    this.policy = policy;
    this.zone = zone;
  }

  /**
   * A line of the accounts.
   *
   * @param band of the invoice that it opens
   */
  void hear(int partition, Record line, RiskBand band, Instant at) {
    DunningDesk desk =
        deskByPartition.computeIfAbsent(
            partition,
            it -> new DunningDesk(new InMemoryDunningFiles(), Policies.always(policy), zone));
    List<Reminder> said =
        switch (line) {
          case ReceivableChanged it -> {
            if (it.change() instanceof Change.Opened) {
              desk.assessed(it.customer(), it.invoice(), band, at);
            }
            yield desk.after(it);
          }
          case CustomerUpdated it -> desk.after(it);
          case DayOpened it -> desk.after(new DayOpened(it.date(), true), at);
          default -> List.of();
        };
    said.forEach(this::count);
  }

  private void count(Reminder it) {
    Cell cell = new Cell(YearMonth.from(it.on()), daysPastDue(it.step()), it.step());
    Tally tally = tallies.computeIfAbsent(cell, absent -> new Tally());
    if (it.state() != ReminderState.REQUESTED) {
      tally.dropped += it.lines().size();
      return;
    }
    if (it.arm() == Arm.HOLDOUT) {
      tally.heldOut++;
      return;
    }
    tally.messages++;
    tally.customers.add(it.customer().value());
    for (ReminderLine line : it.lines()) {
      tally.invoices++;
      tally.open.merge(line.balance().currency(), line.balance(), Money::plus);
    }
  }

  private int daysPastDue(String step) {
    return policy.ladders().stream()
        .flatMap(it -> it.steps().stream())
        .filter(it -> it.name().equals(step))
        .mapToInt(it -> it.daysPastDue())
        .findFirst()
        .orElse(0);
  }

  /** By month and step. */
  Sheet sheet() {
    Sheet sheet =
        new Sheet(
            "month",
            "step",
            "messages",
            "customers",
            "invoices",
            "open",
            "held out",
            "steps dropped");
    tallies.forEach(
        (cell, it) ->
            sheet.row(
                cell.month().toString(),
                cell.step(),
                Integer.toString(it.messages),
                Integer.toString(it.customers.size()),
                Integer.toString(it.invoices),
                it.open.values().stream().map(Money::toString).collect(Collectors.joining(" + ")),
                Integer.toString(it.heldOut),
                Integer.toString(it.dropped)));
    return sheet;
  }
}
