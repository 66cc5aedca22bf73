package io.duecast.benchmarks;

import io.duecast.attribute.AttributeValue;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.Dataset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Rows with a label that follows from them, as wide as a model's: ratios and amounts, counts of
 * days, and categories of a few words.
 */
record MadeUpBook(Dataset rows, BitSet late) {
  static final int COLUMNS = 40;
  private static final int A_CATEGORY_IN = 8;
  private static final int A_COUNT_IN = 3;

  /**
   * A book of rows.
   *
   * @param missing share of the values that are not there
   */
  static MadeUpBook of(long seed, int size, double missing) {
    Random random = new Random(seed);
    Columns columns = columns();
    Dataset.Builder rows = Dataset.builder(columns);
    BitSet late = new BitSet();
    for (int row = 0; row < size; row++) {
      Map<String, AttributeValue> values = new HashMap<>();
      double odds = -1.5;
      for (int c = 0; c < COLUMNS; c++) {
        AttributeValue value = value(columns, c, random);
        odds += weight(c) * scale(value);
        if (random.nextDouble() >= missing) {
          values.put(columns.names().get(c), value);
        }
      }
      late.set(row, random.nextDouble() < 1 / (1 + Math.exp(-odds)));
      rows.add(values);
    }
    return new MadeUpBook(rows.build(), late);
  }

  private static Columns columns() {
    BitSet categories = new BitSet();
    IntStream.range(0, COLUMNS)
        .filter(c -> c % A_CATEGORY_IN == A_CATEGORY_IN - 1)
        .forEach(categories::set);
    List<String> names = IntStream.range(0, COLUMNS).mapToObj(c -> "column-" + c).toList();
    return new Columns(names, categories);
  }

  private static AttributeValue value(Columns columns, int column, Random random) {
    if (columns.isCategory(column)) {
      return new AttributeValue.Category("word-" + random.nextInt(4 + column / 2));
    }
    double number = random.nextGaussian();
    return new AttributeValue.Numeric(
        column % A_COUNT_IN == 0 ? Math.round(10 * number) : Math.round(1000 * number) / 1000.0);
  }

  private static double scale(AttributeValue value) {
    return value instanceof AttributeValue.Numeric it
        ? Math.clamp(it.value(), -2.0, 2.0)
        : value.hashCode() % 3;
  }

  private static double weight(int column) {
    return 0.15 * (column % 7 - 3);
  }
}
