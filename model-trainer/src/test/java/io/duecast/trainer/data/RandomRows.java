package io.duecast.trainer.data;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.AttributeValue.Category;
import io.duecast.attribute.AttributeValue.Numeric;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Rows with numbers, categories, and much that is missing. */
public record RandomRows(Dataset data, BitSet late) {
  private static final Columns COLUMNS = columns();

  private static Columns columns() {
    BitSet categories = new BitSet();
    categories.set(3, 5);
    return new Columns(List.of("ratio", "days", "noise", "channel", "region"), categories);
  }

  /**
   * Rows of which the label follows from some of the columns.
   *
   * @param words of the categories; more than were trained on are unseen
   */
  public static RandomRows of(long seed, int rows, int words) {
    Random random = new Random(seed);
    Dataset.Builder builder = Dataset.builder(COLUMNS);
    BitSet late = new BitSet();
    for (int row = 0; row < rows; row++) {
      Map<String, AttributeValue> values = new HashMap<>();
      double ratio = Math.round(random.nextDouble() * 50) / 50.0;
      int channel = random.nextInt(words);
      put(values, "ratio", new Numeric(ratio), random);
      put(values, "days", new Numeric(random.nextInt(90)), random);
      put(values, "noise", new Numeric(random.nextGaussian()), random);
      put(values, "channel", new Category("channel " + channel), random);
      put(values, "region", new Category("region " + random.nextInt(words)), random);
      late.set(row, random.nextDouble() < 0.6 * ratio + (channel % 2 == 0 ? 0.2 : 0));
      builder.add(values);
    }
    return new RandomRows(builder.build(), late);
  }

  private static void put(
      Map<String, AttributeValue> values, String name, AttributeValue value, Random random) {
    if (random.nextInt(8) > 0) {
      values.put(name, value);
    }
  }
}
