package io.duecast.trainer.chain;

import io.duecast.model.HistoryLength;
import io.duecast.model.ModelFeature;
import io.duecast.model.PaymentCurve;
import io.duecast.model.PaymentDays;
import io.duecast.trainer.data.ModelRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How days of payment hold on invoices that came after those learned from. */
final class KeptBack {
  private static final double HELD = 0.8;
  private static final int STEPS = 16;

  /** A forgotten invoice is wrong by no more than this. */
  private static final int LONGEST_ERROR_DAYS = 60;

  private final PaymentTimes times;
  private final int[] days;
  private final List<PaymentCurve> curves = new ArrayList<>();

  /**
   * @param times of the later invoices
   * @param learned from the earlier ones; its tails are not looked at
   */
  KeptBack(PaymentTimes times, PaymentDays learned) {
    this.times = times;
    this.days = times.daysFrom(learned.usualOfAll());
    List<ModelFeature> features = learned.forest().features();
    for (double[] row : ModelRows.of(features, times.data())) {
      curves.add(learned.forest().curve(row));
    }
  }

  /**
   * What the expected day and both ends are wrong by on paid invoices, in days: as many tenths of
   * the error as lie on its side (the quantile loss), so it is least for the true ones.
   */
  double loss() {
    double sum = 0;
    for (int i = 0; i < days.length; i++) {
      if (times.paid()[i]) {
        PaymentDays.Days said = PaymentDays.Days.of(curves.get(i), PaymentDays.TENTH);
        sum += loss(days[i] - said.earliest(), PaymentDays.TENTH);
        sum += loss(days[i] - said.expected(), 0.5);
        sum += loss(days[i] - said.latest(), 1 - PaymentDays.TENTH);
      }
    }
    return sum;
  }

  private static double loss(int late, double probability) {
    double weight = late > 0 ? probability : 1 - probability;
    return weight * Math.min(LONGEST_ERROR_DAYS, Math.abs(late));
  }

  /**
   * How much an interval may leave out on either side, for each {@link HistoryLength}: the most, up
   * to a tenth, with which at least 80 % of the intervals held, and by more than chance may have
   * given (a conformal correction).
   */
  List<Double> tails() {
    List<Double> tails = new ArrayList<>();
    for (HistoryLength length : HistoryLength.values()) {
      tails.add(
          tail(
              IntStream.range(0, days.length)
                  .filter(i -> times.pasts().get(i).length() == length)
                  .toArray()));
    }
    return tails;
  }

  private double tail(int[] among) {
    for (int step = 0; step < STEPS; step++) {
      double part = (double) step / (STEPS - 1);
      double tail = (1 - part) * PaymentDays.TENTH + part * PaymentDays.LEAST_TAIL;
      if (holds(among, tail)) {
        return tail;
      }
    }
    return PaymentDays.LEAST_TAIL;
  }

  private boolean holds(int[] among, double tail) {
    Map<String, Held> byCustomer = new HashMap<>();
    for (int i : among) {
      PaymentDays.Days said = PaymentDays.Days.of(curves.get(i), tail);
      boolean isWithin = times.paid()[i] && said.earliest() <= days[i] && days[i] <= said.latest();
      if (times.paid()[i] || days[i] >= said.latest()) {
        byCustomer.merge(times.customers().get(i), new Held(1, isWithin ? 1 : 0), Held::plus);
      }
    }
    Held all = byCustomer.values().stream().reduce(new Held(0, 0), Held::plus);
    return all.known() > 0 && all.share() - chance(all, byCustomer) >= HELD;
  }

  /** One deviation of the share: of customers, and at least that of so many invoices. */
  private static double chance(Held all, Map<String, Held> byCustomer) {
    double squares =
        byCustomer.values().stream()
            .mapToDouble(it -> Math.pow(it.within() - it.known() * all.share(), 2))
            .sum();
    return Math.max(Math.sqrt(squares) / all.known(), Math.sqrt(HELD * (1 - HELD) / all.known()));
  }

  /** Intervals of which it is known whether they held, and those that did. */
  private record Held(int known, int within) {
    Held plus(Held other) {
      return new Held(known + other.known, within + other.within);
    }

    double share() {
      return (double) within / known;
    }
  }
}
