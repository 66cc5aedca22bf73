package io.duecast.trainer.chain;

import io.duecast.model.CompiledForest;
import io.duecast.model.HistoryLength;
import io.duecast.model.PaymentDays;
import io.duecast.model.PaymentForest;
import io.duecast.trainer.data.ModelRows;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.WekaForests;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Learns on which day invoices are paid, from those that are past due. Two things are decided by
 * how the same recipe, given the earlier invoices only, does on the latest: whether days are
 * counted from the due date or from the customer's usual day, and how wide an interval has to be.
 */
final class PaymentDaysTrainer {
  private static final double LATEST_SHARE = 0.3;

  /** With fewer invoices on either side nothing can be decided. */
  private static final int FEWEST_EARLIER = 50;

  private static final int FEWEST_LATEST = 30;

  /** An error of more days is none worse, and neither does the forest tell such days apart. */
  private static final int LONGEST_DAYS = 60;

  private static final int TREES = 30;
  private static final double INPUT_SHARE = 0.3;
  private static final int MINIMUM_LEAF = 10;

  /** Of fewer rows a tree learns too little, unless it would be more than half of all. */
  private static final double FEWEST_OF_A_BAG = 200;

  /** More rows make a tree larger, and its leaves hardly better: all rows come to them anyway. */
  private static final double MOST_OF_A_BAG = 3_000;

  private final ModelInputs inputs;
  private final double bagShare;
  private final long seed;
  private final int mostEarlier;
  private final int graceDays;

  /**
   * @param bagShare share of the rows that a tree learns from
   * @param mostEarlier of the earlier invoices so many, the last of them, are learned from to
   *     decide
   */
  PaymentDaysTrainer(
      ModelInputs inputs, double bagShare, int mostEarlier, long seed, int graceDays) {
    this.inputs = inputs;
    this.bagShare = bagShare;
    this.mostEarlier = mostEarlier;
    this.seed = seed;
    this.graceDays = graceDays;
  }

  /** Learns as the rest of the model does, from what it does. */
  static PaymentDays train(
      ModelInputs inputs, TrainingSettings settings, TrainingRows rows, Provenance provenance) {
    return new PaymentDaysTrainer(
            inputs,
            settings.bagShare(),
            settings.searchRows(),
            provenance.seed(),
            provenance.label().graceDays())
        .train(rows, provenance.knownOn());
  }

  /**
   * Trains.
   *
   * @param knownOn the day on which the rows' labels are as they are
   */
  PaymentDays train(TrainingRows rows, LocalDate knownOn) {
    int[] order = known(rows);
    LocalDate first = rows.issuedOn(order[0]);
    LocalDate cut = rows.issuedOn(order[order.length - 1 - (int) (order.length * LATEST_SHARE)]);
    PaymentTimes all = PaymentTimes.of(rows, first, knownOn, graceDays);
    PaymentTimes earlier = PaymentTimes.of(rows, first, cut, graceDays).last(mostEarlier);
    PaymentTimes latest = PaymentTimes.of(rows, cut, knownOn, graceDays);
    if (earlier.size() < FEWEST_EARLIER || latest.size() < FEWEST_LATEST) {
      return new PaymentDays(forest(all, null), null, widest());
    }
    KeptBack fromDueDate = keptBack(earlier, latest, null);
    KeptBack fromUsualDay = keptBack(earlier, latest, earlier.median());
    boolean isUsual = fromUsualDay.loss() < fromDueDate.loss();
    @Nullable Integer usual = isUsual ? (Integer) all.median() : null;
    return new PaymentDays(
        forest(all, usual), usual, (isUsual ? fromUsualDay : fromDueDate).tails());
  }

  /** Those of which something is known: of the others a log of labels does not tell. */
  private static int[] known(TrainingRows rows) {
    return IntStream.of(rows.byIssue()).filter(row -> rows.label(row, 0).isKnown()).toArray();
  }

  private static List<Double> widest() {
    return Collections.nCopies(HistoryLength.values().length, PaymentDays.LEAST_TAIL);
  }

  private KeptBack keptBack(PaymentTimes earlier, PaymentTimes latest, @Nullable Integer usual) {
    return new KeptBack(latest, new PaymentDays(forest(earlier, usual), usual, widest()));
  }

  private PaymentForest forest(PaymentTimes times, @Nullable Integer usual) {
    int[] days = times.daysFrom(usual);
    double[] shares = Arrays.stream(days).mapToDouble(PaymentDaysTrainer::share).toArray();
    ForestTrainer trainer = new ForestTrainer(settings(times.size()));
    CompiledForest forest =
        CompiledForest.of(WekaForests.definition(trainer.learn(inputs, times.data(), shares)));
    double[][] values = ModelRows.of(inputs.features(), times.data());
    return PaymentForest.fit(forest, values, days, times.paid());
  }

  private ForestSettings settings(int rows) {
    double fewest = Math.min(0.5, FEWEST_OF_A_BAG / rows);
    return new ForestSettings(
        TREES,
        0,
        2,
        Math.min(Math.max(bagShare, fewest), MOST_OF_A_BAG / rows),
        INPUT_SHARE,
        MINIMUM_LEAF,
        ClassBalance.NONE,
        seed);
  }

  /** What a tree learns of a day, 0..1: days differ the more, the nearer they are to the middle. */
  private static double share(int days) {
    double logarithm = Math.log1p(Math.min(LONGEST_DAYS, Math.abs(days)));
    return (1 + Math.signum(days) * logarithm / Math.log1p(LONGEST_DAYS)) / 2;
  }
}
