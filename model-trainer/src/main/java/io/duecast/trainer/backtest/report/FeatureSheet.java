package io.duecast.trainer.backtest.report;

import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import io.duecast.trainer.quality.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What one feature looks like on the invoices of the test, and how it goes with being late. */
record FeatureSheet(
    String name, double missing, String values, String lateByPart, double auc, int distinct) {
  private static final int PARTS = 4;
  private static final int WORDS = 4;

  /** Of the features that have more than one value. */
  static List<FeatureSheet> of(FeatureSet set, List<FeatureVector> rows, BitSet late) {
    List<FeatureSheet> sheets = new ArrayList<>();
    for (int feature = 0; feature < set.size(); feature++) {
      FeatureSheet sheet =
          set.isCategory(feature)
              ? words(set.keys().get(feature), feature, rows, late)
              : numbers(set.keys().get(feature), feature, rows, late);
      if (sheet != null) {
        sheets.add(sheet);
      }
    }
    return sheets;
  }

  private static @Nullable FeatureSheet numbers(
      String name, int feature, List<FeatureVector> rows, BitSet late) {
    int[] known = known(rows, row -> !Double.isNaN(row.number(feature)));
    double[] values =
        Arrays.stream(known).mapToDouble(row -> rows.get(row).number(feature)).toArray();
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int distinct = (int) Arrays.stream(sorted).distinct().count();
    if (distinct < 2) {
      return null;
    }
    Integer[] order = Arrays.stream(known).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(row -> rows.get(row).number(feature)));
    List<String> shares = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int from = part * order.length / PARTS;
      int to = (part + 1) * order.length / PARTS;
      long count = Arrays.stream(order, from, to).filter(late::get).count();
      shares.add(to == from ? "–" : Math.round(100.0 * count / (to - from)) + "");
    }
    return new FeatureSheet(
        name,
        1 - (double) known.length / rows.size(),
        "%s · %s · %s"
            .formatted(
                Html.number(sorted[sorted.length / 20]),
                Html.number(sorted[sorted.length / 2]),
                Html.number(sorted[sorted.length - 1 - sorted.length / 20])),
        String.join(" · ", shares) + " %",
        auc(values, known, late),
        distinct);
  }

  private static @Nullable FeatureSheet words(
      String name, int feature, List<FeatureVector> rows, BitSet late) {
    Map<String, int[]> counts = new TreeMap<>();
    for (int row = 0; row < rows.size(); row++) {
      String word = rows.get(row).category(feature);
      if (word != null) {
        int[] count = counts.computeIfAbsent(word, it -> new int[2]);
        count[0]++;
        count[1] += late.get(row) ? 1 : 0;
      }
    }
    if (counts.size() < 2) {
      return null;
    }
    int[] known = known(rows, row -> row.category(feature) != null);
    List<Map.Entry<String, int[]>> common = new ArrayList<>(counts.entrySet());
    common.sort(Comparator.comparingInt(it -> -it.getValue()[0]));
    List<String> told = new ArrayList<>();
    List<String> shares = new ArrayList<>();
    for (Map.Entry<String, int[]> entry : common.subList(0, Math.min(WORDS, common.size()))) {
      told.add(entry.getKey());
      shares.add(Math.round(100.0 * entry.getValue()[1] / entry.getValue()[0]) + "");
    }
    double[] ratios =
        Arrays.stream(known)
            .mapToObj(row -> counts.getOrDefault(rows.get(row).category(feature), new int[2]))
            .mapToDouble(it -> (it[1] + 1.0) / (it[0] + 10.0))
            .toArray();
    return new FeatureSheet(
        name,
        1 - (double) known.length / rows.size(),
        String.join(" · ", told) + (counts.size() > WORDS ? " …" : ""),
        String.join(" · ", shares) + " %",
        auc(ratios, known, late),
        counts.size());
  }

  private static int[] known(List<FeatureVector> rows, Predicate<FeatureVector> isKnown) {
    return IntStream.range(0, rows.size()).filter(row -> isKnown.test(rows.get(row))).toArray();
  }

  /** How well it alone orders the invoices that have it, whichever way round. */
  private static double auc(double[] values, int[] rows, BitSet late) {
    double least = Arrays.stream(values).min().orElse(0);
    double greatest = Arrays.stream(values).max().orElse(1);
    double[] scaled =
        Arrays.stream(values)
            .map(it -> greatest == least ? 0 : Math.clamp((it - least) / (greatest - least), 0, 1))
            .toArray();
    BitSet those = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      those.set(i, late.get(rows[i]));
    }
    double auc = Metrics.of(scaled, those).auc();
    return Math.max(auc, 1 - auc);
  }
}
