package io.duecast.forecast;

import static io.duecast.check.Check.require;

/** An 80 % interval of days past due and its middle, as a mass for each day. */
record IntervalDays(int earliest, int middle, int latest) {
  private static final double SHORTEST_TAIL_DAYS = 2;

  IntervalDays {
    require(
        earliest <= middle && middle <= latest,
        "[%d, %d, %d] is no interval",
        earliest,
        middle,
        latest);
  }

  /** Which of its parts a day falls into. */
  IntervalPart partOf(int day) {
    if (day < earliest) {
      return IntervalPart.BEFORE;
    }
    if (day == middle) {
      return IntervalPart.MIDDLE;
    }
    if (day < middle) {
      return day == earliest ? IntervalPart.EARLIEST : IntervalPart.EARLY;
    }
    if (day > latest) {
      return IntervalPart.AFTER;
    }
    return day == latest ? IntervalPart.LATEST : IntervalPart.LATE;
  }

  IntervalKind kind() {
    if (earliest == middle) {
      return middle == latest ? IntervalKind.ONE_DAY : IntervalKind.EARLIEST_IN_THE_MIDDLE;
    }
    return middle == latest ? IntervalKind.LATEST_IN_THE_MIDDLE : IntervalKind.WIDE;
  }

  /**
   * The mass of each day from one to another; what lies outside is left out.
   *
   * @param past how much usually falls into each part
   */
  double[] mass(int first, int last, IntervalPast past) {
    double[] mass = new double[last - first + 1];
    double reach = Math.max(SHORTEST_TAIL_DAYS, (latest - earliest) / 2.0);
    double falling = StrictMath.exp(-1 / reach);
    for (int i = 0; i < mass.length; i++) {
      int day = first + i;
      IntervalPart part = partOf(day);
      double share = past.share(kind(), part);
      mass[i] =
          switch (part) {
            case EARLIEST, MIDDLE, LATEST -> share;
            case EARLY -> share / (middle - earliest - 1);
            case LATE -> share / (latest - middle - 1);
            case BEFORE -> share * tail(falling, earliest - day);
            case AFTER -> share * tail(falling, day - latest);
          };
    }
    return mass;
  }

  private static double tail(double falling, int beyond) {
    return (1 - falling) * StrictMath.pow(falling, beyond - 1.0);
  }
}
