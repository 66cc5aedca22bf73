package io.duecast.simulator;

import io.duecast.customer.CustomerId;
import io.duecast.customer.PartyType;
import io.duecast.simulator.Buyer.Master;
import io.duecast.simulator.Buyer.Orders;
import io.duecast.simulator.Dice.Purpose;
import java.util.Currency;

/** Everyone who will ever be a customer, by number; each is drawn when it is asked for. */
final class Population {
  private static final String[] INDUSTRIES = {"10", "25", "41", "46", "47", "49", "56", "62", "86"};
  private static final String[] SIZES = {"micro", "small", "medium", "large"};
  private static final String[] COUNTRIES = {"DE", "FR", "NL", "AT", "ES", "IT", "GB", "PL", "CH"};
  private static final double[] COUNTRY_SHARES = {40, 12, 10, 8, 7, 7, 6, 6, 4};
  private static final int[] TERMS = {0, 7, 14, 30, 45, 60, 90};
  private static final double[] TERM_SHARES = {3, 8, 24, 42, 10, 10, 3};
  private static final double[] CORPORATE_TERM_SHARES = {0, 0, 3, 35, 22, 30, 10};
  private static final double MEAN_STAY_DAYS = 1800;
  private static final int FIRST_WEEK = 5;
  private static final String ZEROS = "0000000";

  private final World world;

  Population(World world) {
    this.world = world;
  }

  /** The day on which a customer first shows; a cheap part of the whole. */
  long arrivesOn(int number) {
    EconomySettings settings = world.settings();
    Dice dice = world.dice(Purpose.ARRIVAL, number, 0);
    return dice.chance(settings.presentAtStart())
        ? world.firstDay() + Math.min(settings.days() - 1L, dice.whole(0, FIRST_WEEK - 1))
        : world.firstDay() + dice.whole(0, settings.days() - 1L);
  }

  Buyer buyer(int number) {
    Dice dice = world.dice(Purpose.BUYER, number, 0);
    long arrivesOn = arrivesOn(number);
    Archetype archetype = Archetype.drawn(dice);
    int size = size(archetype, dice);
    Master master = master(archetype, size, arrivesOn, dice);
    return new Buyer(
        number,
        new CustomerId("C" + digits(number, 7)),
        arrivesOn,
        arrivesOn + 60 + (long) dice.exponential(MEAN_STAY_DAYS),
        master,
        orders(archetype, size, dice),
        habit(archetype, master, dice));
  }

  /** A number with leading zeros. */
  static String digits(long number, int length) {
    String bare = Long.toString(number);
    return ZEROS.substring(0, Math.max(0, length - bare.length())).concat(bare);
  }

  private static int size(Archetype archetype, Dice dice) {
    return switch (archetype) {
      case SLOW_CORPORATE -> 3;
      case START_UP -> 0;
      default -> dice.weighted(new double[] {30, 40, 22, 8});
    };
  }

  private static Master master(Archetype archetype, int size, long arrivesOn, Dice dice) {
    String country = COUNTRIES[dice.weighted(COUNTRY_SHARES)];
    boolean directDebit =
        dice.chance(archetype == Archetype.PUNCTUAL ? 0.25 : size == 3 ? 0 : 0.08);
    boolean isPublic = archetype == Archetype.SLOW_CORPORATE && dice.chance(0.3);
    PartyType party =
        isPublic
            ? PartyType.PUBLIC
            : size > 0
                ? PartyType.COMPANY
                : dice.chance(0.3) ? PartyType.SOLE_TRADER : PartyType.COMPANY;
    long daysKnown =
        archetype == Archetype.START_UP
            ? (long) dice.exponential(200)
            : (long) dice.exponential(1500);
    return new Master(
        party,
        country,
        Currency.getInstance(currency(country)),
        dice.oneOf(INDUSTRIES),
        SIZES[size],
        isPublic ? "public" : size == 3 ? "key account" : size == 0 ? "self-service" : "trade",
        arrivesOn - Math.min(daysKnown, 7000),
        directDebit ? "59" : dice.chance(0.07) ? "48" : "58",
        directDebit,
        dice.chance(size == 3 ? 0.7 : 0.12),
        dice.chance(0.08),
        Math.rint(StrictMath.exp(dice.normal() * 0.6 + new double[] {1, 2.7, 4.6, 7}[size])));
  }

  private static String currency(String country) {
    return switch (country) {
      case "GB" -> "GBP";
      case "PL" -> "PLN";
      case "CH" -> "CHF";
      default -> "EUR";
    };
  }

  private Orders orders(Archetype archetype, int size, Dice dice) {
    double sigma = 1.1;
    double invoicesPerDay =
        world.settings().invoicesPerCustomerDay()
            * StrictMath.exp(sigma * dice.normal() - sigma * sigma / 2);
    double visits = invoicesPerDay * 7 / 5 / Visits.INVOICES_PER_VISIT / Visits.MEAN_PACE;
    double[] terms = archetype == Archetype.SLOW_CORPORATE ? CORPORATE_TERM_SHARES : TERM_SHARES;
    return new Orders(
        visits,
        new double[] {10.2, 11.0, 11.8, 12.8}[size] + 0.7 * dice.normal(),
        dice.between(0.4, 1.1),
        TERMS[dice.weighted(terms)],
        dice.chance(0.1));
  }

  private static Habit habit(Archetype archetype, Master master, Dice dice) {
    double slip = archetype.slipChance;
    double industryStress = "41".equals(master.industry()) ? 1.5 : 1.0;
    boolean payRun = archetype == Archetype.PAYMENT_RUN || archetype == Archetype.SLOW_CORPORATE;
    double logit = StrictMath.log(slip / (1 - slip)) + 0.6 * dice.normal();
    return new Habit(
        archetype,
        master.directDebit() ? logit - 1.5 : logit,
        archetype == Archetype.DETERIORATING ? dice.between(1.2, 3.0) : 0.15 * dice.normal(),
        dice.between(0, 0.5),
        dice.between(0, 2 * StrictMath.PI),
        industryStress * dice.between(0.5, 1.5),
        0.25 + 0.2 * dice.normal(),
        archetype.delayScaleDays * StrictMath.exp(0.3 * dice.normal()),
        (int) dice.whole(0, 11),
        payRun ? dice.oneOf(PayRun.values()) : PayRun.ANY_BUSINESS_DAY,
        (int) dice.whole(0, 4),
        !master.directDebit() && dice.chance(0.7),
        master.directDebit() ? 1 : dice.between(0.5, 0.98),
        dice.chance(0.6),
        payRun || dice.chance(0.6),
        archetype == Archetype.CHRONIC ? 0.35 : dice.between(0.6, 0.95),
        dice.between(0.003, archetype == Archetype.SLOW_CORPORATE ? 0.05 : 0.025));
  }
}
