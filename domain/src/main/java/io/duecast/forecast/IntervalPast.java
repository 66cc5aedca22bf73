package io.duecast.forecast;

import static io.duecast.check.Check.require;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where in their intervals invoices were paid: an interval says how wide it is, and not that half
 * of all payments come on one day of it. Adds up over customers.
 *
 * @param invoices for each kind of interval one number for each of its parts
 */
public record IntervalPast(List<Long> invoices) {
  private static final int PARTS = IntervalPart.values().length;
  private static final int NUMBERS = IntervalKind.values().length * PARTS;
  private static final double FIRST_WEIGHT = 20;

  public static final IntervalPast NONE = new IntervalPast(Collections.nCopies(NUMBERS, 0L));

  public IntervalPast {
    invoices = List.copyOf(invoices);
    require(invoices.size() == NUMBERS, "%d numbers", invoices.size());
  }

  /** With one more invoice that was paid. */
  public IntervalPast after(Outlook outlook, LocalDate paidOn) {
    IntervalDays days = outlook.days();
    List<Long> counted = new ArrayList<>(invoices);
    int at = place(days.kind(), days.partOf(outlook.daysPastDue(paidOn)));
    counted.set(at, counted.get(at) + 1);
    return new IntervalPast(counted);
  }

  public IntervalPast plus(IntervalPast other) {
    List<Long> sums = new ArrayList<>(invoices);
    for (int i = 0; i < NUMBERS; i++) {
      sums.set(i, sums.get(i) + other.invoices.get(i));
    }
    return new IntervalPast(sums);
  }

  /** How much falls into a part of an interval, 0..1. */
  double share(IntervalKind kind, IntervalPart part) {
    long all = 0;
    for (int i = 0; i < PARTS; i++) {
      all += invoices.get(kind.place() * PARTS + i);
    }
    long theirs = invoices.get(place(kind, part));
    return (theirs + FIRST_WEIGHT * kind.firstGuess(part)) / (all + FIRST_WEIGHT);
  }

  private static int place(IntervalKind kind, IntervalPart part) {
    return kind.place() * PARTS + part.place();
  }
}
