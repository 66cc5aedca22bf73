package io.duecast.trainer.backtest;

import io.duecast.book.mapping.Mapping;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.calibration.IsotonicCalibration;
import io.duecast.trainer.data.LabelledRows;
import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ForestTrainer;
import io.duecast.trainer.forest.TrainedForest;
import io.duecast.trainer.quality.Metrics;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;

/**
 * Trains on the past of a book and tells how good that is on what followed: one line each for the
 * rule without a model, the votes, and the probabilities made of them.
 */
public final class Backtest {
  private static final String USAGE =
      "usage: MAPPING INVOICES FIRST_TEST_DAY AS_OF GRACE_DAYS TREES INPUT_SHARE MINIMUM_LEAF"
          + " MAXIMUM_DEPTH PREDICTIONS_FILE";

  private Backtest() {}

  /** Runs one; see the usage that is printed if the arguments are not so many. */
  public static void main(String[] args) throws IOException {
    if (args.length != 10) {
      throw new IllegalArgumentException(USAGE);
    }
    LabelPolicy policy = new LabelPolicy(Integer.parseInt(args[4]));
    Mapping mapping = Mapping.read(Path.of(args[0]));
    BookFold book = BookFold.of(mapping, Path.of(args[1]), policy, Instant.now());
    FrozenSplit split =
        new FrozenSplit(
            book,
            new Labelling(policy, Cohort.KNOWN),
            LocalDate.parse(args[2]),
            LocalDate.parse(args[3]));
    ForestSettings settings =
        new ForestSettings(
            Integer.parseInt(args[5]),
            Double.parseDouble(args[6]),
            Integer.parseInt(args[7]),
            Integer.parseInt(args[8]),
            ClassBalance.NONE,
            1);
    run(split, settings, Path.of(args[9]), System.out);
  }

  private static void run(
      FrozenSplit split, ForestSettings settings, Path predictions, PrintStream out)
      throws IOException {
    LabelledRows training = split.training(0);
    LabelledRows test = split.test(0);
    double[] weights = new double[training.data().rows()];
    Arrays.fill(weights, 1);
    Instant start = Instant.now();
    TrainedForest trained =
        new ForestTrainer(settings).train(training.data(), training.late(), weights);
    Duration took = Duration.between(start, Instant.now());
    double[] votes = trained.forest().votes(test.data());
    IsotonicCalibration calibration =
        IsotonicCalibration.fit(trained.outOfBagVotes(), training.late(), weights);
    double[] probabilities = Arrays.stream(votes).map(calibration::probability).toArray();
    out.printf(
        Locale.ROOT,
        "%s: %d rows, %d censored, %d excluded; test: %d rows; %d features; %.1f s%n",
        settings,
        training.data().rows(),
        training.censored(),
        training.excluded(),
        test.data().rows(),
        trained.forest().inputs().features().size(),
        took.toMillis() / 1000.0);
    out.println("rule    " + Metrics.of(split.baseline(0), test.late()));
    out.println("votes   " + Metrics.of(votes, test.late()));
    out.println("forest  " + Metrics.of(probabilities, test.late()));
    write(predictions, probabilities, test.late());
  }

  private static void write(Path file, double[] probabilities, BitSet late) throws IOException {
    StringBuilder text = new StringBuilder("probability_late,late\n");
    for (int row = 0; row < probabilities.length; row++) {
      text.append(probabilities[row]).append(',').append(late.get(row) ? 1 : 0).append('\n');
    }
    Files.writeString(file, text);
  }
}
