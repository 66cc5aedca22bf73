package io.duecast.dunning;

import static io.duecast.check.Check.require;

import io.duecast.customer.CustomerId;
import java.nio.charset.StandardCharsets;

/**
 * Who is left without reminders, so that their effect can be measured: drawn by customer, the same
 * ones each time.
 *
 * @param share of the customers, 0..1; a greater one holds all that a lesser one holds
 * @param seed another one draws others
 */
public record Holdout(double share, String seed) {
  /** One customer in twenty. */
  public static final Holdout DEFAULT = new Holdout(0.05, "1");

  public Holdout {
    require(share >= 0 && share < 1, "a holdout of %s is not from 0 to below 1", share);
  }

  /** The arm of a customer. */
  public Arm armOf(CustomerId customer) {
    return draw(customer) < share ? Arm.HOLDOUT : Arm.TREATED;
  }

  /** How likely a customer was to be in an arm, 0..1. */
  public double propensityOf(Arm arm) {
    return arm == Arm.HOLDOUT ? share : 1 - share;
  }

  /** Even over 0..1: FNV-1a, then mixed so that ids that differ little come far apart. */
  private double draw(CustomerId customer) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : (seed + '\n' + customer.value()).getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return ((hash ^ (hash >>> 31)) >>> 11) * 0x1.0p-53;
  }
}
