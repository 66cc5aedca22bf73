package io.duecast.simulator;

/**
 * A stream of chance that is named by a key: the same key gives the same throws, whatever else was
 * thrown before. SplitMix64 (Steele, Lea, Flood 2014), written out because no JDK class promises
 * how a seed becomes a state; transcendental functions come from StrictMath for the same reason.
 */
final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Dice(long state) {
    this.state = state;
  }

  static Dice seeded(long seed) {
    return new Dice(seed);
  }

  /** The stream of one purpose, for the thing that {@code first} and {@code second} number. */
  static Dice of(long seed, Purpose purpose, long first, long second) {
    long key = mix(seed + GOLDEN * purpose.key);
    key = mix(key ^ (first * 0xD1342543DE82EF95L + GOLDEN));
    return new Dice(mix(key ^ (second * 0xAF251AF3B0F025B5L + GOLDEN)));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0, inclusive, to 1, exclusive. */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number from {@code low} to {@code high}, both inclusive. */
  long whole(long low, long high) {
    return low + (long) (uniform() * (high - low + 1));
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  double weibull(double scale, double shape) {
    return scale * StrictMath.pow(-StrictMath.log(1 - uniform()), 1 / shape);
  }

  <T> T oneOf(T[] values) {
    return values[(int) (uniform() * values.length)];
  }

  /** One of them, as likely as its weight. */
  <T> T oneOf(T[] values, double[] weights) {
    return values[weighted(weights)];
  }

  /** An index, as likely as its weight. */
  int weighted(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** What is decided by chance; the keys are part of what a seed means. */
  enum Purpose {
    BUYER(1),
    ARRIVAL(2),
    INSOLVENCY(3),
    VISITS(4),
    MONTH(5),
    BILL(6),
    LIFE(7),
    WIRE(8),
    CLIMATE(9),
    INDICATOR(10),
    RATE(11),
    ORACLE(12);

    private final int key;

    Purpose(int key) {
      this.key = key;
    }
  }
}
