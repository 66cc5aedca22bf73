package io.duecast.dunning;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.Change;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Standing;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious twin of {@link DunningDesk} for one customer: it keeps nothing but the log of
 * what it heard and said, and reads all of it again whenever it is asked. It looks at the customer
 * every day.
 */
final class NaiveDunning {
  private static final int KEPT_DAYS = 90;
  private static final Set<Delivery> WENT_OUT =
      Set.of(
          Delivery.SENT,
          Delivery.DELIVERED,
          Delivery.OPENED,
          Delivery.CLICKED,
          Delivery.REPLIED,
          Delivery.OPTED_OUT);

  private final CustomerId customer;
  private final Policies policies;
  private final ZoneId company;
  private final List<Entry> log = new ArrayList<>();

  /** Something heard or said, and when. */
  private record Entry(Object what, Instant at) {}

  NaiveDunning(CustomerId customer, Policies policies, ZoneId company) {
    this.customer = customer;
    this.policies = policies;
    this.company = company;
  }

  /** What it says to something that it hears. */
  List<Reminder> hear(Object what, Instant at) {
    log.add(new Entry(what, at));
    List<Reminder> said =
        switch (what) {
          case DayOpened day -> look(day, at);
          case ReminderStatus status -> told(status, at);
          case RiskAssessed risk -> revise(risk.invoice(), at);
          case ReceivableChanged changed -> revise(changed.invoice(), at);
          case ReminderStop stop -> revise(stop.invoice(), at);
          default -> revise(null, at);
        };
    said.forEach(it -> log.add(new Entry(it, at)));
    return said;
  }

  // What is known, each time from the whole log.

  private Known known() {
    return new Known(log);
  }

  /** All of it, read from the first entry to the last. */
  private final class Known {
    final Map<String, Bill> bills = new TreeMap<>();
    final Set<Channel> bounced = new TreeSet<>();
    final Set<Channel> optedOut = new TreeSet<>();
    final List<LocalDate> sentOn = new ArrayList<>();
    final Map<String, @Nullable Object> profile = new HashMap<>();
    final List<Reminder> cancelled = new ArrayList<>();
    Stop stopOfMasterData = Stop.NONE;
    Stop stopOfAPerson = Stop.NONE;
    boolean masterDataHasSaid;
    @Nullable LocalDate resumedOn;
    @Nullable LocalDate effectiveFrom;
    @Nullable Reminder latest;
    boolean latestSent;
    boolean latestBounced;
    @Nullable LocalDate lookedLive;
    @Nullable LocalDate lookedReplayed;

    Known(List<Entry> log) {
      log.forEach(entry -> read(entry.what(), entry.at()));
    }

    void read(Object what, Instant at) {
      switch (what) {
        case ReceivableChanged it -> bill(it.invoice()).read(it, today(at));
        case RiskAssessed it -> bill(it.invoice()).band = it.band();
        case CustomerUpdated it -> read(it, at);
        case ReminderStop it -> read(it, at);
        case ReminderStatus it -> read(it);
        case Reminder it -> read(it);
        case DayOpened it -> read(it, at);
        default -> throw new IllegalStateException(what.toString());
      }
    }

    private Bill bill(InvoiceId id) {
      return bills.computeIfAbsent(id.value(), it -> new Bill(id));
    }

    private void read(CustomerUpdated it, Instant at) {
      LocalDate today = today(at);
      boolean stale = effectiveFrom != null && it.effectiveFrom().isBefore(effectiveFrom);
      if (it.dunningBlocked() != null && !(stale && masterDataHasSaid)) {
        boolean was = isStopped(today);
        stopOfMasterData = new Stop(it.dunningBlocked(), it.dunningBlockedUntil());
        masterDataHasSaid = true;
        resumedOn = was && !isStopped(today) ? today : resumedOn;
      }
      learn("zone", it.timeZone(), stale);
      learn("country", it.country(), stale);
      learn("segment", it.segment(), stale);
      learn("language", it.language(), stale);
      effectiveFrom = stale ? effectiveFrom : it.effectiveFrom();
      bounced.clear();
    }

    private void learn(String name, @Nullable String value, boolean stale) {
      if (value != null && !(stale && profile.get(name) != null)) {
        profile.put(name, value);
      }
    }

    boolean isStopped(LocalDate on) {
      return stopOfMasterData.isOn(on) || stopOfAPerson.isOn(on);
    }

    private void read(ReminderStop it, Instant at) {
      Stop said = it.lifted() ? Stop.NONE : new Stop(true, it.until());
      if (it.invoice() == null) {
        boolean was = isStopped(today(at));
        stopOfAPerson = said;
        resumedOn = was && !isStopped(today(at)) ? today(at) : resumedOn;
        return;
      }
      Bill bill = bill(it.invoice());
      if (bill.stop.isOn(today(at)) && !said.active()) {
        bill.resumedOn = today(at);
      }
      bill.stop = said;
    }

    private void read(ReminderStatus it) {
      switch (it.delivery()) {
        case BOUNCED -> bounced.add(it.channel());
        case OPTED_OUT -> optedOut.add(it.channel());
        case DELIVERED, OPENED, CLICKED, REPLIED -> bounced.remove(it.channel());
        default -> {}
      }
      if (WENT_OUT.contains(it.delivery()) && isOfTheLatest(it) && !latestSent) {
        goOut(latest());
        latestSent = true;
      }
      Reminder gone = goneAllTheSame(it);
      if (gone != null) {
        goOut(gone);
        cancelled.remove(gone);
      }
    }

    /** The one that had been taken back, and perhaps went out; null if it is none. */
    @Nullable Reminder goneAllTheSame(ReminderStatus it) {
      boolean perhaps = WENT_OUT.contains(it.delivery()) || it.delivery() == Delivery.UNKNOWN;
      for (Reminder reminder : cancelled) {
        if (perhaps && !isOfTheLatest(it) && reminder.reminderId().equals(it.reminderId())) {
          return reminder;
        }
      }
      return null;
    }

    private void goOut(Reminder it) {
      take(it.lines(), it.on());
      sentOn.add(it.on());
      sentOn.sort(Comparator.naturalOrder());
    }

    boolean isOfTheLatest(ReminderStatus it) {
      return latest != null && latest.reminderId().equals(it.reminderId());
    }

    Reminder latest() {
      if (latest == null) {
        throw new IllegalStateException("nothing was said yet");
      }
      return latest;
    }

    private void read(Reminder it) {
      LocalDate last = it.replayed() ? lookedReplayed : lookedLive;
      LocalDate now = last == null || it.on().isAfter(last) ? it.on() : last;
      lookedLive = it.replayed() ? lookedLive : now;
      lookedReplayed = it.replayed() ? now : lookedReplayed;
      boolean dropped =
          it.state() == ReminderState.EXPIRED
              || (it.state() == ReminderState.UNDELIVERABLE && it.revision() == 1);
      boolean unsent =
          it.state() == ReminderState.REQUESTED && (it.arm() == Arm.HOLDOUT || it.replayed());
      if (dropped || unsent) {
        take(it.lines(), it.on());
      }
      if (unsent) {
        sentOn.add(it.on());
        sentOn.sort(Comparator.naturalOrder());
      }
      if (!dropped && !unsent) {
        readLive(it);
      }
    }

    private void readLive(Reminder it) {
      Reminder was = latest;
      cancelled.removeIf(one -> one.reminderId().equals(it.reminderId()));
      if (was != null
          && !was.reminderId().equals(it.reminderId())
          && was.state() == ReminderState.CANCELLED
          && !latestSent) {
        cancelled.add(was);
      }
      if (cancelled.size() > 4) {
        cancelled.removeFirst();
      }
      latestBounced = it.state() == ReminderState.UNDELIVERABLE;
      boolean isOver = latestBounced || it.state() == ReminderState.UNCONFIRMED;
      if (isOver && !latestSent) {
        goOut(it);
      }
      latestSent = isOver;
      latest = it;
    }

    private void read(DayOpened it, Instant at) {
      DunningPolicy policy = policies.inForce(at).orElse(null);
      if (policy != null) {
        bills
            .values()
            .removeIf(
                bill ->
                    bill.closedOn != null && !bill.closedOn.plusDays(KEPT_DAYS).isAfter(it.date()));
      }
    }

    boolean isNew(DayOpened day, LocalDate on) {
      LocalDate last = day.replayed() ? lookedReplayed : lookedLive;
      return last == null || on.isAfter(last);
    }

    private void take(List<ReminderLine> lines, LocalDate on) {
      for (ReminderLine line : lines) {
        Bill bill = bill(line.invoice());
        List<String> steps = new ArrayList<>(line.covers());
        if (line.step() != null) {
          steps.add(line.step());
        }
        for (String step : steps) {
          Taken was = bill.taken.get(step);
          if (was == null || !on.isBefore(was.on())) {
            bill.taken.put(step, new Taken(on, line.dueOn()));
          }
        }
      }
    }

    ZoneId zone() {
      try {
        return profile.get("zone") == null ? company : ZoneId.of((String) profile.get("zone"));
      } catch (DateTimeException e) {
        return company;
      }
    }

    LocalDate today(Instant at) {
      return LocalDate.ofInstant(at, zone());
    }

    @Nullable String text(String name) {
      return (String) profile.get(name);
    }

    /** The day of the window that opens on a day of the company; null if there is none. */
    @Nullable LocalDate window(LocalDate day, DunningPolicy policy) {
      for (int i = -2; i <= 2; i++) {
        LocalDate on = day.plusDays(i);
        if (LocalDate.ofInstant(opens(on, policy), company).equals(day)) {
          return policy.isOpenOn(on, text("country")) ? on : null;
        }
      }
      return null;
    }

    Instant opens(LocalDate on, DunningPolicy policy) {
      int minute = policy.times().fromMinute();
      return on.atTime(minute / 60, minute % 60).atZone(zone()).toInstant();
    }

    Instant closes(LocalDate on, DunningPolicy policy) {
      int minute = policy.times().untilMinute();
      return on.atTime(minute / 60, minute % 60).atZone(zone()).toInstant();
    }

    @Nullable LocalDate freeOn(DunningPolicy policy) {
      int most = policy.cap().most();
      return sentOn.size() < most
          ? null
          : sentOn.get(sentOn.size() - most).plusDays(policy.cap().days());
    }

    @Nullable Reminder live() {
      boolean isLive = latest != null && latest.state() == ReminderState.REQUESTED && !latestSent;
      return isLive ? latest : null;
    }
  }

  /** One invoice. */
  private static final class Bill {
    final InvoiceId id;
    final Map<String, Taken> taken = new TreeMap<>();
    @Nullable Standing now;
    RiskBand band = RiskBand.UNKNOWN;
    boolean byCredit;
    Stop stop = Stop.NONE;
    @Nullable LocalDate promisedOn;
    @Nullable LocalDate resumedOn;
    @Nullable LocalDate closedOn;

    Bill(InvoiceId id) {
      this.id = id;
    }

    void read(ReceivableChanged it, LocalDate today) {
      Standing was = now;
      Standing is = it.after();
      boolean paused = was != null && (was.disputed() || was.onHold() || !was.isOpen());
      boolean kept = promisedOn != null && it.change() instanceof Change.PromiseKept;
      if ((paused || kept) && is.isOpen() && !is.disputed() && !is.onHold()) {
        resumedOn = today;
      }
      if (is.promisedOn() != null) {
        promisedOn = is.promisedOn();
      } else if (it.change() instanceof Change.PromiseKept || !is.isOpen()) {
        promisedOn = null;
      }
      if (it.change() instanceof Change.Settled settled) {
        byCredit = settled.settlement().by() == SettledBy.CREDIT;
      }
      closedOn = is.isOpen() ? null : closedOn == null ? today : closedOn;
      now = is;
    }

    @Nullable ReminderReason objection(LocalDate on) {
      if (now == null) {
        return ReminderReason.WITHDRAWN;
      }
      return switch (now.status()) {
        case WITHDRAWN, AWAITED, UNKNOWN -> ReminderReason.WITHDRAWN;
        case WRITTEN_OFF -> ReminderReason.WRITTEN_OFF;
        case SETTLED -> byCredit ? ReminderReason.CREDITED : ReminderReason.PAID;
        case OPEN ->
            now.disputed()
                ? ReminderReason.DISPUTED
                : now.onHold()
                    ? ReminderReason.ON_HOLD
                    : promisedOn != null && !promisedOn.isBefore(on)
                        ? ReminderReason.PROMISED
                        : stop.isOn(on)
                            ? ReminderReason.STOPPED
                            : now.balance() == null || !now.balance().isPositive()
                                ? ReminderReason.PAID
                                : null;
      };
    }

    ReminderLine line(List<String> steps) {
      if (now == null || now.balance() == null) {
        throw new IllegalStateException("invoice " + id);
      }
      return new ReminderLine(
          id,
          now.balance(),
          now.issuedOn(),
          now.dueOn(),
          band,
          steps.isEmpty() ? null : steps.getLast(),
          steps.isEmpty() ? steps : steps.subList(0, steps.size() - 1));
    }
  }

  // What follows from it.

  private record Plan(
      List<ReminderLine> lines,
      List<ReminderLine> late,
      @Nullable DunningStep top,
      @Nullable DunningStep topLate) {}

  private Plan plan(Known known, DunningPolicy policy, LocalDate on, Predicate<Bill> which) {
    List<ReminderLine> lines = new ArrayList<>();
    List<ReminderLine> late = new ArrayList<>();
    DunningStep top = null;
    DunningStep topLate = null;
    for (Bill bill : known.bills.values()) {
      if (!which.test(bill) || bill.objection(on) != null || bill.now == null) {
        continue;
      }
      List<String> freshSteps = new ArrayList<>();
      List<String> lateSteps = new ArrayList<>();
      Ladder ladder = policy.ladderOf(bill.band, known.text("segment")).orElse(null);
      for (DunningStep step : ladder == null ? List.<DunningStep>of() : ladder.steps()) {
        LocalDate day = bill.now.dueOn().plusDays(step.daysPastDue());
        Taken taken = bill.taken.get(step.name());
        if (day.isAfter(on)
            || day.isBefore(bill.now.issuedOn())
            || (taken != null && taken.dueOn().equals(bill.now.dueOn()))
            || (taken != null && !taken.on().isBefore(day))) {
          continue;
        }
        if (lastDay(known, policy, bill, day).isBefore(on)) {
          lateSteps.add(step.name());
          topLate = higher(topLate, step);
        } else {
          freshSteps.add(step.name());
          top = higher(top, step);
        }
      }
      if (!lateSteps.isEmpty()) {
        late.add(bill.line(lateSteps));
      }
      if (!freshSteps.isEmpty() || !bill.now.dueOn().isAfter(on)) {
        lines.add(bill.line(freshSteps));
      }
    }
    Comparator<ReminderLine> order =
        Comparator.comparing(ReminderLine::dueOn).thenComparing(it -> it.invoice().value());
    lines.sort(order);
    late.sort(order);
    return new Plan(top == null ? List.of() : lines, late, top, topLate);
  }

  private static DunningStep higher(@Nullable DunningStep one, DunningStep other) {
    if (one == null || one.daysPastDue() != other.daysPastDue()) {
      return one == null || one.daysPastDue() < other.daysPastDue() ? other : one;
    }
    return one.name().compareTo(other.name()) <= 0 ? one : other;
  }

  private static LocalDate lastDay(Known known, DunningPolicy policy, Bill bill, LocalDate day) {
    List<@Nullable LocalDate> ends = new ArrayList<>();
    ends.add(known.resumedOn);
    ends.add(known.stopOfMasterData.endedOn());
    ends.add(known.stopOfAPerson.endedOn());
    ends.add(bill.resumedOn);
    ends.add(bill.stop.endedOn());
    ends.add(bill.promisedOn == null ? null : bill.promisedOn.plusDays(1));
    LocalDate from = day;
    for (LocalDate end : ends) {
      from = end != null && end.isAfter(from) ? end : from;
    }
    LocalDate last = open(from, known, policy).plusDays(policy.expireDays());
    LocalDate free = known.freeOn(policy);
    if (free == null || last.isBefore(known.sentOn.getLast())) {
      return last;
    }
    LocalDate after = open(free, known, policy).plusDays(policy.expireDays());
    return after.isAfter(last) ? after : last;
  }

  private static LocalDate open(LocalDate day, Known known, DunningPolicy policy) {
    LocalDate open = day;
    while (!policy.isOpenOn(open, known.text("country"))) {
      open = open.plusDays(1);
    }
    return open;
  }

  private @Nullable Channel channel(Known known, DunningStep step) {
    return step.channels().stream()
        .filter(it -> !known.bounced.contains(it) && !known.optedOut.contains(it))
        .findFirst()
        .orElse(null);
  }

  // What it says.

  private List<Reminder> look(DayOpened day, Instant at) {
    DunningPolicy policy = policies.inForce(at).orElse(null);
    Known before = new Known(log.subList(0, log.size() - 1));
    LocalDate on = policy == null ? null : before.window(day.date(), policy);
    if (policy == null || on == null || !before.isNew(day, on)) {
      return List.of();
    }
    LocalDate free = before.freeOn(policy);
    if (before.isStopped(on) || (free != null && on.isBefore(free))) {
      return List.of();
    }
    List<Reminder> said = new ArrayList<>();
    Plan plan = plan(before, policy, on, bill -> true);
    Arm arm = policy.holdout().armOf(customer);
    Writer writer = new Writer(before, policy, on, at, arm, day.replayed());
    if (plan.topLate() != null) {
      said.add(writer.dropped(ReminderState.EXPIRED, plan.topLate(), plan.late()));
    }
    Reminder live = day.replayed() ? null : before.live();
    DunningStep top = plan.top();
    if (top == null) {
      if (live != null) {
        ReminderReason otherwise =
            plan.topLate() == null ? ReminderReason.POLICY_CHANGED : ReminderReason.TOO_LATE;
        said.add(cancelled(live, why(before, live, otherwise), at));
      }
      return said;
    }
    Channel channel = channel(before, top);
    boolean isUnsent = arm == Arm.HOLDOUT || day.replayed();
    boolean isSame = live != null && live.step().equals(top.name());
    if (channel == null) {
      if (live != null) {
        said.add(cancelled(live, ReminderReason.UNREACHABLE, at));
      }
      said.add(writer.dropped(ReminderState.UNDELIVERABLE, top, plan.lines()));
    } else if (live != null && isSame && !isUnsent) {
      said.add(
          writer.write(
              live.reminderId(),
              live.revision() + 1,
              ReminderState.REQUESTED,
              ReminderReason.NEXT_WINDOW,
              top,
              channel,
              plan.lines()));
    } else {
      int revision =
          before.latest != null && before.latest.on().equals(on) ? before.latest.revision() + 1 : 1;
      if (live != null) {
        said.add(cancelled(live, ReminderReason.REPLACED, at));
        revision = live.on().equals(on) ? live.revision() + 2 : 1;
      }
      said.add(
          writer.write(
              writer.id(top), revision, ReminderState.REQUESTED, null, top, channel, plan.lines()));
    }
    return said;
  }

  /** Anything but a day can only take back, or correct, what is to be sent. */
  private List<Reminder> revise(@Nullable InvoiceId about, Instant at) {
    Known known = known();
    Reminder live = known.live();
    if (live == null
        || (about != null && live.lines().stream().noneMatch(it -> it.invoice().equals(about)))) {
      return List.of();
    }
    Instant since = at.isBefore(live.recordedAt()) ? live.recordedAt() : at;
    DunningPolicy policy = policies.inForce(since).orElseThrow();
    List<InvoiceId> named = live.lines().stream().map(ReminderLine::invoice).toList();
    Plan plan = plan(known, policy, live.on(), bill -> named.contains(bill.id));
    DunningStep top = plan.top();
    if (top == null || known.isStopped(live.on())) {
      return List.of(cancelled(live, why(known, live, ReminderReason.POLICY_CHANGED), at));
    }
    Channel channel = channel(known, top);
    if (channel == null) {
      return List.of(cancelled(live, ReminderReason.UNREACHABLE, at));
    }
    ReminderReason why = objection(known, live, false);
    ReminderReason reason = why == null ? ReminderReason.BALANCE_CHANGED : why;
    if (top.name().equals(live.step())) {
      boolean isAsBefore =
          plan.lines().equals(live.lines())
              && channel == live.channel()
              && top.template().equals(live.template());
      boolean isOut =
          known.bounced.contains(live.channel()) || known.optedOut.contains(live.channel());
      ReminderReason because = isOut ? ReminderReason.UNREACHABLE : reason;
      return isAsBefore ? List.of() : List.of(live.saying(because, top, channel, plan.lines(), at));
    }
    Writer writer =
        new Writer(known, policy, live.on(), at, policy.holdout().armOf(customer), false);
    Reminder other =
        writer.write(
            writer.id(top),
            live.revision() + 2,
            ReminderState.REQUESTED,
            null,
            top,
            channel,
            plan.lines());
    return List.of(cancelled(live, reason, at), in(other, live));
  }

  /** In the window of another one, whatever the window of that day would be now. */
  private static Reminder in(Reminder it, Reminder other) {
    return new Reminder(
        it.reminderId(),
        it.revision(),
        it.state(),
        it.reason(),
        it.customer(),
        it.policy(),
        it.policyVersion(),
        it.step(),
        it.channel(),
        it.template(),
        it.language(),
        it.segment(),
        it.lines(),
        it.on(),
        other.sendFrom(),
        other.sendUntil(),
        it.arm(),
        it.propensity(),
        it.recordedAt(),
        it.replayed());
  }

  private List<Reminder> told(ReminderStatus status, Instant at) {
    Known before = new Known(log.subList(0, log.size() - 1));
    Reminder gone = before.goneAllTheSame(status);
    Reminder live = before.live();
    if (gone != null && live != null && live.on().equals(gone.on())) {
      return List.of(cancelled(live, ReminderReason.REPLACED, at));
    }
    if (!before.isOfTheLatest(status)) {
      return revise(null, at);
    }
    Reminder latest = before.latest();
    return switch (status.delivery()) {
      case UNKNOWN ->
          isOpen(latest) && !before.latestSent
              ? List.of(latest.ended(ReminderState.UNCONFIRMED, null, at))
              : List.of();
      case FAILED ->
          latest.state() == ReminderState.REQUESTED && !before.latestSent
              ? List.of(cancelled(latest, ReminderReason.FAILED, at))
              : List.of();
      case BOUNCED -> before.latestBounced ? List.of() : bounced(before, latest, at);
      case SENT, DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT -> revise(null, at);
    };
  }

  private static boolean isOpen(Reminder latest) {
    return latest.state() == ReminderState.REQUESTED || latest.state() == ReminderState.CANCELLED;
  }

  private List<Reminder> bounced(Known before, Reminder latest, Instant at) {
    List<Reminder> otherwise = before.latestSent ? List.of() : revise(null, at);
    boolean isNoWay =
        !otherwise.isEmpty()
            && otherwise.getLast().state() == ReminderState.CANCELLED
            && otherwise.getLast().reason() == ReminderReason.UNREACHABLE;
    return before.latestSent || isNoWay
        ? List.of(latest.ended(ReminderState.UNDELIVERABLE, ReminderReason.UNREACHABLE, at))
        : otherwise;
  }

  private static Reminder cancelled(Reminder live, ReminderReason why, Instant at) {
    return live.ended(ReminderState.CANCELLED, why, at);
  }

  private static ReminderReason why(Known known, Reminder live, ReminderReason otherwise) {
    if (known.isStopped(live.on())) {
      return ReminderReason.STOPPED;
    }
    ReminderReason why = objection(known, live, true);
    return why == null ? otherwise : why;
  }

  private static @Nullable ReminderReason objection(
      Known known, Reminder live, boolean onlyWithStep) {
    for (ReminderLine line : live.lines()) {
      Bill bill = known.bills.get(line.invoice().value());
      if (bill == null) {
        continue;
      }
      ReminderReason why = bill.objection(live.on());
      if (why == null && bill.now != null && !bill.now.dueOn().equals(line.dueOn())) {
        why = ReminderReason.DUE_DATE_MOVED;
      }
      if (why != null && !(onlyWithStep && line.step() == null)) {
        return why;
      }
    }
    return null;
  }

  private final class Writer {
    private final Known known;
    private final DunningPolicy policy;
    private final LocalDate on;
    private final Instant at;
    private final Arm arm;
    private final boolean replayed;

    Writer(Known known, DunningPolicy policy, LocalDate on, Instant at, Arm arm, boolean replayed) {
      this.known = known;
      this.policy = policy;
      this.on = on;
      this.at = at;
      this.arm = arm;
      this.replayed = replayed;
    }

    String id(DunningStep step) {
      return String.join(":", customer.value(), policy.name(), step.name(), on.toString());
    }

    Reminder dropped(ReminderState state, DunningStep step, List<ReminderLine> lines) {
      boolean isLate = state == ReminderState.EXPIRED;
      return write(
          id(step) + (isLate ? ":expired" : ""),
          1,
          state,
          isLate ? ReminderReason.TOO_LATE : ReminderReason.UNREACHABLE,
          step,
          step.channels().getFirst(),
          lines);
    }

    Reminder write(
        String id,
        int revision,
        ReminderState state,
        @Nullable ReminderReason reason,
        DunningStep step,
        Channel channel,
        List<ReminderLine> lines) {
      return new Reminder(
          id,
          revision,
          state,
          reason,
          customer,
          policy.name(),
          policy.version(),
          step.name(),
          channel,
          step.template(),
          known.text("language"),
          known.text("segment"),
          lines,
          on,
          known.opens(on, policy),
          known.closes(on, policy),
          arm,
          policy.holdout().propensityOf(arm),
          at,
          replayed);
    }
  }
}
