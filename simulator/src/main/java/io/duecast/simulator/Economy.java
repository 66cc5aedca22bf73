package io.duecast.simulator;

import static io.duecast.check.Check.require;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.receivable.InvoiceId;
import io.duecast.simulator.Arrival.OfDay;
import io.duecast.simulator.Arrival.OfIndicator;
import io.duecast.simulator.Arrival.Order;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A company's customers, day by day: what they buy, how they pay, and what the seller's systems
 * write of it. Days are those of UTC. It holds its customers and what is open, and nothing that is
 * closed. Not for several threads.
 */
public final class Economy {
  private final World world;
  private final Order order;
  private final Population population;
  private final Agenda agenda;
  private final Map<Integer, Account> accounts = new HashMap<>();
  private final Map<Integer, List<Reminded>> reminders = new HashMap<>();
  private final Wire wire;
  private final Scribe scribe;
  private final Indicators indicators;
  private long day;

  private Economy(EconomySettings settings, Order order) {
    this.world = World.of(settings);
    this.order = order;
    this.population = new Population(world);
    this.agenda = new Agenda(world.firstDay(), settings.days());
    this.wire = new Wire(order);
    this.scribe = new Scribe(world, wire);
    this.indicators = new Indicators(world);
    this.day = world.firstDay();
    for (int number = 0; number < settings.customers(); number++) {
      agenda.note(number, population.arrivesOn(number));
    }
  }

  /** One whose events come as the wire delivers them. */
  public static Economy of(EconomySettings settings) {
    return of(settings, Order.AS_ARRIVING);
  }

  public static Economy of(EconomySettings settings, Order order) {
    return new Economy(settings, order);
  }

  public boolean hasNextDay() {
    return day < world.endDay();
  }

  /** The day that comes next. */
  public LocalDate nextDate() {
    return LocalDate.ofEpochDay(day);
  }

  /** Lets one day pass: everything that comes in on it, in order, and first that it begins. */
  public List<Arrival> nextDay() {
    require(hasNextDay(), "the economy ended on %s", world.settings().lastDay());
    long today = day++;
    for (int i = 0; i < agenda.count(today); i++) {
      live(agenda.customer(today, i), today);
    }
    agenda.forget(today);
    for (EconomicIndicator figure : indicators.publishedOn(today)) {
      boolean recorded = order == Order.AS_RECORDED;
      Instant at = recorded ? figure.publishedAt() : figure.envelope().ingestedAt();
      wire.put(new OfIndicator(at, figure));
    }
    DayOpened opened = new DayOpened(LocalDate.ofEpochDay(today), world.settings().replayed());
    List<Arrival> arrivals = new ArrayList<>();
    arrivals.add(new OfDay(Instant.ofEpochSecond(today * 86_400), opened));
    arrivals.addAll(wire.take(today));
    return arrivals;
  }

  /** After the last day: what was still under way, in order. */
  public List<Arrival> stillUnderWay() {
    require(!hasNextDay(), "%s is still to come", nextDate());
    return wire.takeAll();
  }

  /** All that is to come, day by day, and what is then still under way. */
  public Iterator<Arrival> arrivals() {
    return stream().iterator();
  }

  /** {@link #arrivals()} as a stream; lazy by the day. */
  public Stream<Arrival> stream() {
    int daysLeft = (int) (world.endDay() - day);
    return IntStream.rangeClosed(0, daysLeft)
        .boxed()
        .flatMap(i -> (hasNextDay() ? nextDay() : stillUnderWay()).stream());
  }

  /**
   * A reminder of one invoice went out; it can show from the next day that passes.
   *
   * @param on not after {@link #nextDate()}: no reminder goes out in the future
   * @return whether the invoice was open
   */
  public boolean reminded(InvoiceId invoice, LocalDate on) {
    return remind(InvoiceNumber.of(invoice), on);
  }

  /**
   * A reminder of all that a customer owes went out; it can show from the next day that passes.
   *
   * @param on not after {@link #nextDate()}: no reminder goes out in the future
   * @return whether anything was open
   */
  public boolean reminded(CustomerId customer, LocalDate on) {
    return remind(InvoiceNumber.allOf(customer), on);
  }

  /** What is true of its invoices, the reminders until now taken into account. */
  public Truth truth() {
    return new Truth(world, Map.copyOf(reminders));
  }

  private boolean remind(InvoiceNumber number, LocalDate on) {
    require(!on.isAfter(nextDate()), "a reminder on %s, but it is %s", on, nextDate());
    Account account = accounts.get(number.customer());
    if (account == null || !account.remind(number.serial(), day)) {
      return false;
    }
    reminders
        .computeIfAbsent(number.customer(), absent -> new ArrayList<>())
        .add(new Reminded(day, number.serial()));
    schedule(number.customer(), account);
    return true;
  }

  private void live(int number, long today) {
    Account account = accounts.get(number);
    if (account == null) {
      if (population.arrivesOn(number) != today) {
        return;
      }
      account = new Account(world, population.buyer(number));
      account.scheduledFor = today;
      accounts.put(number, account);
    }
    if (account.scheduledFor == today) {
      account.act(today, scribe);
      long next = account.nextDay();
      require(next > today, "customer %d is to act on %d again, after %d", number, next, today);
      schedule(number, account);
    }
  }

  private void schedule(int number, Account account) {
    long next = account.nextDay();
    if (next == Insolvency.NEVER) {
      accounts.remove(number);
    } else if (next != account.scheduledFor) {
      account.scheduledFor = next;
      agenda.note(number, next);
    }
  }

  /** A reminder of an invoice, or of all if {@code serial} is 0, that can show from a day on. */
  record Reminded(long from, int serial) {}
}
