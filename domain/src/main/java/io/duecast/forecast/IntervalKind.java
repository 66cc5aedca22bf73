package io.duecast.forecast;

import java.util.List;

/** Which days of an interval are one; what falls into each part before anything is known. */
enum IntervalKind {
  WIDE(0, List.of(0.1, 0.1, 0.2, 0.2, 0.2, 0.1, 0.1)),
  EARLIEST_IN_THE_MIDDLE(1, List.of(0.1, 0.0, 0.0, 0.5, 0.2, 0.1, 0.1)),
  LATEST_IN_THE_MIDDLE(2, List.of(0.1, 0.1, 0.2, 0.5, 0.0, 0.0, 0.1)),
  ONE_DAY(3, List.of(0.1, 0.0, 0.0, 0.8, 0.0, 0.0, 0.1));

  private final int place;

  @SuppressWarnings("ImmutableEnumChecker") // List.of
  private final List<Double> firstGuess;

  IntervalKind(int place, List<Double> firstGuess) {
    this.place = place;
    this.firstGuess = firstGuess;
  }

  int place() {
    return place;
  }

  double firstGuess(IntervalPart part) {
    return firstGuess.get(part.place());
  }
}
