package io.duecast.simulator;

import io.duecast.receivable.CustomerUpdated;
import io.duecast.simulator.Clocks.Stamped;
import io.duecast.simulator.Dice.Purpose;
import java.util.Map;

/** Writes what the master data say: all of it at first, the columns of the month later. */
final class CustomerScribe {
  private static final int LIMIT_STEP = 5_000_00;

  private final World world;
  private final Clocks clocks;
  private final Scribe scribe;

  CustomerScribe(World world, Clocks clocks, Scribe scribe) {
    this.world = world;
    this.clocks = clocks;
    this.scribe = scribe;
  }

  void write(long day, Step.Known known) {
    Buyer buyer = known.buyer();
    Buyer.Master master = buyer.master();
    boolean first = known.first();
    Dice dice = world.dice(Purpose.WIRE, buyer.number(), -day);
    long limit = LIMIT_STEP * (1 + (long) (4 * StrictMath.exp(buyer.orders().logAmount() - 11)));
    boolean rated = dice.chance(0.6);
    Stamped stamped = clocks.morning("customer-" + buyer.id() + "-" + day, day);
    scribe.send(
        stamped,
        new CustomerUpdated(
            stamped.envelope(),
            buyer.id(),
            first ? "Customer " + (buyer.number() + 1) : null,
            first ? master.party() : null,
            first ? master.country() : null,
            first ? "NACE" : null,
            first ? master.industry() : null,
            first && dice.chance(0.95) ? master.sizeClass() : null,
            first && dice.chance(0.97) ? master.segment() : null,
            first ? Scribe.date(master.registeredOn()) : null,
            first ? Scribe.money(limit, master.currency()) : null,
            first && rated ? rating(buyer, dice) : null,
            first ? master.directDebit() : null,
            first ? master.meansCode() : null,
            first ? dice.chance(0.01) : null,
            null,
            first ? zone(master.country()) : null,
            first ? language(master.country()) : null,
            first ? Map.of("supportTickets", Math.floor(dice.exponential(2))) : Map.of(),
            CompanyColumns.of(world, known, day, dice),
            Scribe.date(day)));
  }

  /** An agency's rating: a noisy look at the truth. */
  private static String rating(Buyer buyer, Dice dice) {
    double seen = 3 + 0.5 * buyer.habit().slipLogit() + 0.8 * dice.normal();
    return String.valueOf("ABCD".charAt((int) Math.max(0, Math.min(3, seen))));
  }

  private static String zone(String country) {
    return switch (country) {
      case "FR" -> "Europe/Paris";
      case "GB" -> "Europe/London";
      case "PL" -> "Europe/Warsaw";
      case "IT" -> "Europe/Rome";
      case "ES" -> "Europe/Madrid";
      case "NL" -> "Europe/Amsterdam";
      case "CH" -> "Europe/Zurich";
      case "AT" -> "Europe/Vienna";
      default -> "Europe/Berlin";
    };
  }

  private static String language(String country) {
    return switch (country) {
      case "FR" -> "fr";
      case "GB" -> "en";
      case "PL" -> "pl";
      case "IT" -> "it";
      case "ES" -> "es";
      case "NL" -> "nl";
      default -> "de";
    };
  }
}
