package io.duecast.simulator;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.Attributes;
import java.util.HashMap;
import java.util.Map;

/**
 * The seller's own columns, with gaps. Of an invoice: {@code kind} (a word, with signal), {@code
 * interestRate} (percent a year) and {@code positions} (a count). Of a customer: {@code region} (a
 * word), {@code employees} and {@code monthlyRevenue}; the last falls before an insolvency and in a
 * bad time.
 */
final class CompanyColumns {
  private static final String[] REGIONS = {"north", "south", "east", "west"};
  private static final double MISSING = 0.04;
  private static final double FALLING_DAYS = 240;

  private CompanyColumns() {}

  static Attributes of(InvoiceLife life, Dice dice) {
    Map<String, AttributeValue> values = new HashMap<>();
    if (!dice.chance(MISSING)) {
      values.put("kind", new AttributeValue.Category(life.bill.kind().label));
    }
    if (!dice.chance(MISSING)) {
      double rate = Math.rint(100 * dice.between(4, 9)) / 100;
      values.put("interestRate", new AttributeValue.Numeric(rate));
    }
    values.put("positions", new AttributeValue.Numeric(1 + Math.floor(dice.exponential(4))));
    return new Attributes(values);
  }

  static Attributes of(World world, Step.Known known, long day, Dice dice) {
    Buyer buyer = known.buyer();
    Map<String, AttributeValue> values = new HashMap<>();
    if (known.first()) {
      String region = REGIONS[buyer.number() % REGIONS.length];
      values.put("region", new AttributeValue.Category(region));
    }
    double employees = buyer.master().employees();
    if (!dice.chance(3 * MISSING)) {
      values.put("employees", new AttributeValue.Numeric(Math.max(1, employees)));
    }
    if (!dice.chance(3 * MISSING)) {
      double health = Math.min(1, 0.3 + 0.7 * (known.insolventOn() - day) / FALLING_DAYS);
      double stress = Math.max(0, world.climate().stress(day));
      double expected = 9_000 * Math.max(1, employees) * health / (1 + 0.3 * stress);
      double revenue = Math.rint(expected * StrictMath.exp(0.15 * dice.normal()));
      values.put("monthlyRevenue", new AttributeValue.Numeric(revenue));
    }
    return new Attributes(values);
  }
}
