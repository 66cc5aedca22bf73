package io.duecast.forecast;

import io.duecast.calendar.DayOpened;
import io.duecast.insight.Turnover;
import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import io.duecast.risk.RiskAssessed;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The slow twin of {@link CashDesk}: a list of all that was said, read again for every answer. */
final class CashLog {
  private static final int WEEKS = ForecastWeeks.QUARTER;

  /** An invoice at some place of the log. */
  private record Seen(
      InvoiceId invoice,
      @Nullable Standing standing,
      @Nullable RiskAssessed risk,
      @Nullable LocalDate knownOn,
      @Nullable LocalDate quietSince) {

    boolean isOwed() {
      return standing != null
          && standing.isOpen()
          && standing.balance() != null
          && standing.balance().isPositive();
    }

    @Nullable Outlook outlook() {
      return risk == null || standing == null
          ? null
          : new Outlook(standing.dueOn(), 0, risk.byBucket(), risk.expectedPayment());
    }

    boolean isForetoldOn(LocalDate monday) {
      return knownOn != null && knownOn.isBefore(monday) && isOwed() && outlook() != null;
    }
  }

  private record Key(String customer, String invoice) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int first = customer.compareTo(other.customer);
      return first == 0 ? invoice.compareTo(other.invoice) : first;
    }
  }

  private final List<Object> log = new ArrayList<>();

  /** Places in the log at which a week began. */
  private final List<Integer> mondays = new ArrayList<>();

  void add(Object said) {
    log.add(said);
  }

  /** A week begins; what is to be said of it. */
  List<CashPart> begin(DayOpened monday) {
    log.add(monday);
    mondays.add(log.size() - 1);
    Map<String, CashPart> parts = new TreeMap<>();
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(monday.date());
    int now = mondays.getLast();
    CashForecaster forecaster = new CashForecaster(weeks, lessons(now));
    for (String code : currencies()) {
      parts.put(code, ofCurrency(forecaster, Currency.getInstance(code)));
    }
    outlooks(now, forecaster)
        .forEach(
            (customer, outlooks) ->
                outlooks.forEach(
                    it ->
                        parts.merge(
                            it.open().currency().getCurrencyCode(),
                            part(customer, it, now),
                            CashPart::plus)));
    return List.copyOf(parts.values());
  }

  private CashPart ofCurrency(CashForecaster forecaster, Currency currency) {
    List<Money> none = Collections.nCopies(WEEKS, Money.zero(currency));
    Togetherness togetherness = Togetherness.UNKNOWN;
    for (int week = 1; week < mondays.size(); week++) {
      togetherness = togetherness(week, currency, togetherness);
    }
    return new CashPart(forecaster.nothing(currency), none, none, came(currency), togetherness);
  }

  /** What came in the week that is over, of what each forecast knew that spoke of it. */
  private List<Money> came(Currency currency) {
    int last = mondays.size() - 1;
    List<Money> came = new ArrayList<>(Collections.nCopies(WEEKS, Money.zero(currency)));
    if (last == 0) {
      return came;
    }
    for (int away = 0; away < WEEKS; away++) {
      LocalDate origin = day(mondays.get(last - 1)).minusWeeks(away);
      came.set(away, cameOf(null, currency, last, origin));
    }
    return came;
  }

  /** Cash in the week before a Monday, of invoices that were known before some day. */
  private Money cameOf(
      @Nullable String customer, Currency currency, int endOfWeek, LocalDate knownBefore) {
    Money sum = Money.zero(currency);
    for (int at = mondays.get(endOfWeek - 1); at < mondays.get(endOfWeek); at++) {
      if (log.get(at) instanceof ReceivableChanged line
          && (customer == null || line.customer().value().equals(customer))
          && line.after().payable() != null
          && line.after().payable().currency().equals(currency)) {
        sum =
            isKnown(line, at, knownBefore)
                ? sum.plus(new Money(Turnover.of(line).cash(), currency))
                : sum;
      }
    }
    return sum;
  }

  private Togetherness togetherness(int endOfWeek, Currency currency, Togetherness before) {
    int at = mondays.get(endOfWeek - 1);
    ForecastWeeks weeks = ForecastWeeks.quarterFrom(day(at));
    Togetherness learned = before;
    CashForecaster forecaster = new CashForecaster(weeks, lessons(at));
    for (Map.Entry<String, List<CashOutlook>> each : outlooks(at, forecaster).entrySet()) {
      for (CashOutlook outlook : each.getValue()) {
        if (outlook.open().currency().equals(currency)) {
          Money came = cameOf(each.getKey(), currency, endOfWeek, day(at));
          learned = learned.after(outlook.weeks().getFirst(), came);
        }
      }
    }
    return learned;
  }

  private Map<String, List<CashOutlook>> outlooks(int at, CashForecaster forecaster) {
    Map<String, List<CashOutlook>> all = new TreeMap<>();
    items(at)
        .forEach(
            (customer, items) ->
                all.put(customer, forecaster.outlooks(items, promises(at, customer))));
    return all;
  }

  private Map<String, List<OpenItem>> items(int at) {
    Map<String, List<OpenItem>> items = new TreeMap<>();
    seen(at)
        .forEach(
            (key, it) -> {
              if (it.isForetoldOn(day(at))) {
                items
                    .computeIfAbsent(key.customer(), c -> new ArrayList<>())
                    .add(
                        new OpenItem(
                            it.invoice(),
                            it.standing().balance(),
                            it.outlook(),
                            it.standing().promisedOn()));
              }
            });
    return items;
  }

  private CashPart part(String customer, CashOutlook outlook, int at) {
    DelayTally own = delays(at, customer);
    double mean = own.mean(delays(at, null).mean(0));
    Currency currency = outlook.open().currency();
    List<List<Money>> naive = new ArrayList<>();
    for (NaiveForecast rule : NaiveForecast.values()) {
      List<Money> sums = new ArrayList<>(Collections.nCopies(WEEKS, Money.zero(currency)));
      for (OpenItem item : items(at).get(customer)) {
        int week =
            outlook.span().weekOf(rule.paidOn(item.outlook().dueOn(), outlook.span().asOf(), mean));
        if (week < WEEKS && item.balance().currency().equals(currency)) {
          sums.set(week, sums.get(week).plus(item.balance()));
        }
      }
      naive.add(sums);
    }
    return new CashPart(
        outlook,
        naive.get(0),
        naive.get(1),
        Collections.nCopies(WEEKS, Money.zero(currency)),
        Togetherness.UNKNOWN);
  }

  private CashLessons lessons(int at) {
    CashLessons lessons =
        new CashLessons(IntervalPast.NONE, OldDebtPace.UNKNOWN, promises(at, null));
    for (int week = 1; week < mondays.size() && mondays.get(week) <= at; week++) {
      lessons = lessons.plus(ofWeek(mondays.get(week - 1), mondays.get(week)));
    }
    return lessons;
  }

  private CashLessons ofWeek(int begins, int ends) {
    IntervalPast intervals = IntervalPast.NONE;
    OldDebtPace old = OldDebtPace.UNKNOWN;
    LocalDate monday = day(begins);
    for (int at = begins; at < ends; at++) {
      if (log.get(at) instanceof ReceivableChanged line
          && line.change() instanceof Change.Settled it
          && it.settlement().by() != SettledBy.CREDIT) {
        if (isKnown(line, at, monday)) {
          Seen before = seen(at).get(new Key(line.customer().value(), line.invoice().value()));
          Outlook outlook = before.outlook();
          intervals = outlook == null ? intervals : intervals.after(outlook, it.settlement().on());
          old = isOld(before, monday) ? old.after(true) : old;
        }
      }
    }
    for (Seen still : seen(ends).values()) {
      boolean wasKnown = still.knownOn() != null && still.knownOn().isBefore(monday);
      if (wasKnown && still.outlook() != null && still.isOwed() && isOld(still, monday)) {
        old = old.after(false);
      }
    }
    return new CashLessons(intervals, old, PromiseTally.NONE);
  }

  private static boolean isOld(Seen it, LocalDate monday) {
    return it.standing().dueOn().plusDays(OldDebtPace.OLD_DAYS).isBefore(monday);
  }

  private PromiseTally promises(int at, @Nullable String customer) {
    PromiseTally tally = PromiseTally.NONE;
    for (ReceivableChanged line : lines(at, customer)) {
      if (line.change() instanceof Change.PromiseKept) {
        tally = tally.plus(new PromiseTally(1, 1));
      } else if (line.change() instanceof Change.PromiseBroken) {
        tally = tally.plus(new PromiseTally(0, 1));
      }
    }
    return tally;
  }

  private DelayTally delays(int at, @Nullable String customer) {
    DelayTally tally = DelayTally.NONE;
    for (ReceivableChanged line : lines(at, customer)) {
      if (line.change() instanceof Change.Settled it) {
        tally = tally.plus(of(it.settlement(), 1));
      } else if (line.change() instanceof Change.Reopened it && it.undone() != null) {
        tally = tally.plus(of(it.undone(), -1));
      }
    }
    return tally;
  }

  private static DelayTally of(Settlement settlement, int count) {
    return settlement.by() == SettledBy.CREDIT
        ? DelayTally.NONE
        : new DelayTally(count, (long) count * settlement.daysPastDue());
  }

  private List<ReceivableChanged> lines(int at, @Nullable String customer) {
    return log.subList(0, at).stream()
        .filter(ReceivableChanged.class::isInstance)
        .map(ReceivableChanged.class::cast)
        .filter(it -> customer == null || it.customer().value().equals(customer))
        .toList();
  }

  /** Those that were in a forecast, or in which money came that one knew of. */
  private Set<String> currencies() {
    Set<String> all = new TreeSet<>();
    for (int week = 1; week < mondays.size(); week++) {
      int begins = mondays.get(week - 1);
      LocalDate monday = day(begins);
      items(begins)
          .values()
          .forEach(
              items -> items.forEach(it -> all.add(it.balance().currency().getCurrencyCode())));
      for (int at = begins; at < mondays.get(week); at++) {
        if (log.get(at) instanceof ReceivableChanged line
            && isKnown(line, at, monday)
            && line.after().payable() != null
            && Turnover.of(line).cash().signum() != 0) {
          all.add(line.after().payable().currency().getCurrencyCode());
        }
      }
    }
    return all;
  }

  private boolean isKnown(ReceivableChanged line, int at, LocalDate before) {
    Seen seen = seen(at).get(new Key(line.customer().value(), line.invoice().value()));
    return seen != null
        && seen.standing() != null
        && seen.standing().balance() != null
        && seen.risk() != null
        && seen.knownOn() != null
        && seen.knownOn().isBefore(before);
  }

  /** Every invoice just before a place of the log. */
  private Map<Key, Seen> seen(int at) {
    Map<Key, Seen> all = new TreeMap<>();
    LocalDate monday = LocalDate.MIN;
    for (int i = 0; i < at; i++) {
      switch (log.get(i)) {
        case RiskAssessed it -> {
          Key key = new Key(it.customer().value(), it.invoice().value());
          Seen known = all.get(key);
          LocalDate on = later(it.recordedAt(), monday);
          all.put(
              key,
              known == null
                  ? new Seen(it.invoice(), null, it, null, on)
                  : new Seen(
                      it.invoice(), known.standing(), it, known.knownOn(), known.quietSince()));
        }
        case ReceivableChanged it -> {
          LocalDate on = later(it.recordedAt(), monday);
          all.compute(
              new Key(it.customer().value(), it.invoice().value()),
              (key, known) -> after(it, known, on));
        }
        case DayOpened it -> {
          if (it.date().getDayOfWeek() == DayOfWeek.MONDAY) {
            monday = it.date();
            LocalDate longAgo = monday.minusWeeks(8);
            all.values()
                .removeIf(seen -> seen.quietSince() != null && seen.quietSince().isBefore(longAgo));
            all.replaceAll((key, seen) -> seen.quietSince() == null ? seen : unknown(seen));
          }
        }
        default -> throw new IllegalStateException();
      }
    }
    return all;
  }

  private static @Nullable Seen after(ReceivableChanged it, @Nullable Seen known, LocalDate on) {
    Standing old = known == null ? null : known.standing();
    if (old == null && !it.after().isOpen()) {
      return null;
    }
    boolean isNew = old == null || old.balance() == null || known.knownOn() == null;
    boolean wasOpen = old == null || old.isOpen();
    LocalDate quietSince = wasOpen ? on : known.quietSince();
    return new Seen(
        it.invoice(),
        it.after(),
        known == null ? null : known.risk(),
        isNew ? on : known.knownOn(),
        it.after().isOpen() ? null : quietSince);
  }

  private static Seen unknown(Seen seen) {
    return new Seen(seen.invoice(), seen.standing(), seen.risk(), null, seen.quietSince());
  }

  private static LocalDate later(Instant at, LocalDate monday) {
    LocalDate on = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return on.isBefore(monday) ? monday : on;
  }

  private LocalDate day(int at) {
    return ((DayOpened) log.get(at)).date();
  }
}
