package io.duecast.forecast;

/** Where in its interval an invoice was paid. */
enum IntervalPart {
  BEFORE(0),
  /** On the first day; unless that is the middle too. */
  EARLIEST(1),
  EARLY(2),
  MIDDLE(3),
  LATE(4),
  /** On the last day; unless that is the middle too. */
  LATEST(5),
  AFTER(6);

  private final int place;

  IntervalPart(int place) {
    this.place = place;
  }

  int place() {
    return place;
  }
}
