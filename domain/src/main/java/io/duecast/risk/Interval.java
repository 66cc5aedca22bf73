package io.duecast.risk;

import static io.duecast.check.Check.require;

/** A probability with what is known about its uncertainty: an 80 % interval. */
public record Interval(double low, double high) {
  public Interval {
    require(0 <= low && low <= high && high <= 1, "[%s, %s] is no interval", low, high);
  }
}
