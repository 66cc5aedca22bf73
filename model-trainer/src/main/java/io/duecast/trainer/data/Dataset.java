package io.duecast.trainer.data;

import io.duecast.attribute.AttributeValue;
import io.duecast.feature.FeatureVector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of features, kept column by column: numbers with NaN for missing, categories as codes into
 * the column's words with -1 for missing.
 */
public final class Dataset {
  /** The code of a missing category. */
  public static final int MISSING = -1;

  private final Columns columns;
  private final int rows;
  private final double[][] numbers;
  private final int[][] codes;
  private final List<List<String>> words;

  Dataset(Columns columns, int rows, double[][] numbers, int[][] codes, List<List<String>> words) {
    this.columns = columns;
    this.rows = rows;
    this.numbers = numbers;
    this.codes = codes;
    this.words = words;
  }

  public static Builder builder(Columns columns) {
    return new Builder(columns);
  }

  public Columns columns() {
    return columns;
  }

  public int rows() {
    return rows;
  }

  /** A number; NaN if missing. */
  public double number(int column, int row) {
    return numbers[column][row];
  }

  /** The code of a category; {@link #MISSING} if missing. */
  public int code(int column, int row) {
    return codes[column][row];
  }

  /** A category; null if missing. */
  public @Nullable String word(int column, int row) {
    int code = codes[column][row];
    return code == MISSING ? null : words.get(column).get(code);
  }

  /**
   * The words of a column of categories in the order in which they came; none of one of numbers.
   */
  public List<String> words(int column) {
    return words.get(column);
  }

  /** These rows, in this order; a row may come again. */
  public Dataset rows(int[] selected) {
    double[][] someNumbers = new double[numbers.length][];
    int[][] someCodes = new int[codes.length][];
    for (int c = 0; c < columns.size(); c++) {
      double[] from = numbers[c];
      int[] fromCodes = codes[c];
      if (columns.isCategory(c)) {
        someCodes[c] = Arrays.stream(selected).map(row -> fromCodes[row]).toArray();
      } else {
        someNumbers[c] = Arrays.stream(selected).mapToDouble(row -> from[row]).toArray();
      }
    }
    return new Dataset(columns, selected.length, someNumbers, someCodes, words);
  }

  /** Collects rows. */
  public static final class Builder {
    private final Columns columns;
    private final List<Map<String, Integer>> codeOf = new ArrayList<>();
    private double[][] numbers;
    private int[][] codes;
    private int rows;

    private Builder(Columns columns) {
      this.columns = columns;
      this.numbers = new double[columns.size()][];
      this.codes = new int[columns.size()][];
      for (int c = 0; c < columns.size(); c++) {
        codeOf.add(new HashMap<>());
        numbers[c] = new double[columns.isCategory(c) ? 0 : 16];
        codes[c] = new int[columns.isCategory(c) ? 16 : 0];
      }
    }

    /** A row of served features; those of no column are left out. */
    public Builder add(FeatureVector vector) {
      return add(vector.asMap());
    }

    /**
     * A row as it stands in an event: what is not there is missing, and so is a word where a number
     * is expected or the other way round.
     */
    public Builder add(Map<String, AttributeValue> values) {
      grow();
      for (int c = 0; c < columns.size(); c++) {
        AttributeValue value = values.get(columns.names().get(c));
        if (columns.isCategory(c)) {
          codes[c][rows] = value instanceof AttributeValue.Category it ? code(c, it) : MISSING;
        } else {
          numbers[c][rows] = value instanceof AttributeValue.Numeric it ? it.value() : Double.NaN;
        }
      }
      rows++;
      return this;
    }

    private int code(int column, AttributeValue.Category category) {
      Map<String, Integer> known = codeOf.get(column);
      return known.computeIfAbsent(category.value(), word -> known.size());
    }

    private void grow() {
      for (int c = 0; c < columns.size(); c++) {
        if (columns.isCategory(c) && codes[c].length == rows) {
          codes[c] = Arrays.copyOf(codes[c], 2 * rows);
        } else if (!columns.isCategory(c) && numbers[c].length == rows) {
          numbers[c] = Arrays.copyOf(numbers[c], 2 * rows);
        }
      }
    }

    /** The rows so far. */
    public Dataset build() {
      List<List<String>> words = new ArrayList<>();
      for (int c = 0; c < columns.size(); c++) {
        String[] ofColumn = new String[codeOf.get(c).size()];
        codeOf.get(c).forEach((word, code) -> ofColumn[code] = word);
        words.add(List.of(ofColumn));
        numbers[c] = columns.isCategory(c) ? numbers[c] : Arrays.copyOf(numbers[c], rows);
        codes[c] = columns.isCategory(c) ? Arrays.copyOf(codes[c], rows) : codes[c];
      }
      return new Dataset(columns, rows, numbers.clone(), codes.clone(), words);
    }
  }
}
