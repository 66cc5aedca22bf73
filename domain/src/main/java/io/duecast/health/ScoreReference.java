package io.duecast.health;

import static io.duecast.check.Check.require;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a model said in training of rows that the trees which said it had not seen, over a few bins,
 * and how many of them were late.
 *
 * @param limits between the bins, rising probabilities; a limit is in the bin below it
 * @param rows in each bin
 * @param late of these
 */
public record ScoreReference(List<Double> limits, List<Long> rows, List<Long> late) {
  /** Nothing was said. */
  public static final ScoreReference NONE = new ScoreReference(List.of(), List.of(0L), List.of(0L));

  public ScoreReference {
    limits = List.copyOf(limits);
    rows = List.copyOf(rows);
    late = List.copyOf(late);
    require(
        rows.size() == limits.size() + 1 && late.size() == rows.size(),
        "%d limits, %d and %d bins of scores",
        limits.size(),
        rows.size(),
        late.size());
    for (int i = 0; i < rows.size(); i++) {
      require(
          late.get(i) >= 0 && late.get(i) <= rows.get(i),
          "%d late of %d scores",
          late.get(i),
          rows.get(i));
    }
    for (int i = 0; i < limits.size(); i++) {
      double limit = limits.get(i);
      require(limit >= 0 && limit <= 1, "a limit of scores at %s", limit);
      require(i == 0 || limits.get(i - 1) < limit, "limits of scores %s", limits);
    }
  }

  /**
   * The distribution of probabilities.
   *
   * @param probabilities 0..1; NaN for a row of which nothing was said: it is left out
   * @param lateRows the rows that were late
   */
  public static ScoreReference of(double[] probabilities, BitSet lateRows) {
    int[] said =
        IntStream.range(0, probabilities.length)
            .filter(row -> !Double.isNaN(probabilities[row]))
            .toArray();
    List<Double> limits =
        Bins.limits(Arrays.stream(said).mapToDouble(row -> probabilities[row]).toArray());
    long[] rows = new long[limits.size() + 1];
    long[] late = new long[rows.length];
    for (int row : said) {
      int bin = Bins.of(probabilities[row], limits);
      rows[bin]++;
      late[bin] += lateRows.get(row) ? 1 : 0;
    }
    return new ScoreReference(
        limits, Arrays.stream(rows).boxed().toList(), Arrays.stream(late).boxed().toList());
  }

  /** The bin of a probability. */
  public int place(double probability) {
    return Bins.of(probability, limits);
  }
}
