package io.duecast.health;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a feature was distributed in training, over a few bins.
 *
 * @param key as in {@code FeatureSet.keys()}
 * @param weight share of all that the model's vote is moved by, 0..1
 * @param limits between the bins of a number, rising; a limit is in the bin below it
 * @param words of a category, one bin each; the last bin holds all others
 * @param rows in each bin
 * @param missing rows without a value
 */
public record FeatureReference(
    String key,
    double weight,
    List<Double> limits,
    List<String> words,
    List<Long> rows,
    long missing) {
  public FeatureReference {
    limits = List.copyOf(limits);
    words = List.copyOf(words);
    rows = List.copyOf(rows);
    require(weight >= 0 && weight <= 1, "%s: weight %s", key, weight);
    require(limits.isEmpty() || words.isEmpty(), "%s: limits and words", key);
    require(
        rows.size() == limits.size() + words.size() + 1,
        "%s: %d bins of %d limits and %d words",
        key,
        rows.size(),
        limits.size(),
        words.size());
    require(missing >= 0 && rows.stream().allMatch(it -> it >= 0), "%s: negative rows", key);
    for (int i = 0; i < limits.size(); i++) {
      require(Double.isFinite(limits.get(i)), "%s: limit %s", key, limits.get(i));
      require(i == 0 || limits.get(i - 1) < limits.get(i), "%s: limits %s", key, limits);
    }
  }

  /**
   * The distribution of numbers.
   *
   * @param values NaN for a missing one
   */
  public static FeatureReference ofNumbers(String key, double weight, double[] values) {
    double[] known = Arrays.stream(values).filter(it -> !Double.isNaN(it)).toArray();
    List<Double> limits = Bins.limits(known);
    long[] rows = new long[limits.size() + 1];
    for (double value : known) {
      rows[Bins.of(value, limits)]++;
    }
    return new FeatureReference(
        key, weight, limits, List.of(), boxed(rows), values.length - known.length);
  }

  /**
   * The distribution of categories.
   *
   * @param known the words that the model knows
   * @param values null for a missing one
   */
  public static FeatureReference ofWords(
      String key, double weight, List<String> known, List<@Nullable String> values) {
    long[] rows = new long[known.size() + 1];
    long missing = 0;
    for (String value : values) {
      if (value == null) {
        missing++;
      } else {
        rows[place(value, known)]++;
      }
    }
    return new FeatureReference(key, weight, List.of(), known, boxed(rows), missing);
  }

  /** Bins, and one more for a missing value, which is the last. */
  public int places() {
    return rows.size() + 1;
  }

  /** Where a served value belongs; in the last place if it is missing, or of the wrong kind. */
  public int place(@Nullable AttributeValue value) {
    return switch (value) {
      case AttributeValue.Numeric it ->
          words.isEmpty() && !Double.isNaN(it.value()) ? Bins.of(it.value(), limits) : places() - 1;
      case AttributeValue.Category it ->
          limits.isEmpty() && !words.isEmpty() ? place(it.value(), words) : places() - 1;
      case null -> places() - 1;
    };
  }

  /** Rows in each place, as {@link #place} counts them. */
  public List<Long> byPlace() {
    List<Long> all = new ArrayList<>(rows);
    all.add(missing);
    return Collections.unmodifiableList(all);
  }

  private static int place(String word, List<String> known) {
    int place = known.indexOf(word);
    return place < 0 ? known.size() : place;
  }

  private static List<Long> boxed(long[] rows) {
    return Arrays.stream(rows).boxed().toList();
  }
}
