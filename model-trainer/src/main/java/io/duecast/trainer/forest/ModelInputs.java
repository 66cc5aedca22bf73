package io.duecast.trainer.forest;

import static io.duecast.check.Check.require;

import io.duecast.feature.Feature;
import io.duecast.model.ModelFeature;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.ModelRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * The features that a model is trained on, and rows of them as Weka wants them. Left out are
 * columns of one value, clocks, and columns of so many words that each is almost a name: a model
 * would learn the customer by heart. Rare words are one: other.
 */
public final class ModelInputs {
  /** Fewer rows than this say nothing of a category. */
  static final int ROWS_OF_A_WORD = 50;

  /** A column of more words than this is an id, a name, a place: not a category. */
  static final int MOST_WORDS = 24;

  /**
   * Features that grow as a book does, or tell its month: what is trained on the first years of a
   * book has not seen the values of the next, and learns the days of the past by heart.
   */
  static final Set<String> CLOCKS =
      Set.of(
          Feature.ISSUE_MONTH.key(),
          Feature.DUE_MONTH.key(),
          Feature.TENURE_DAYS.key(),
          Feature.PRIOR_INVOICES.key(),
          Feature.PRIOR_SETTLED.key(),
          Feature.DAYS_SINCE_REGISTRATION.key());

  private static final List<String> CLASSES = List.of("paid", "unpaid");

  private final List<ModelFeature> features;
  private final Instances header;

  private ModelInputs(List<ModelFeature> features) {
    this.features = List.copyOf(features);
    ArrayList<Attribute> attributes = new ArrayList<>();
    for (ModelFeature feature : features) {
      attributes.add(
          feature.isCategory()
              ? new Attribute(feature.key(), feature.values())
              : new Attribute(feature.key()));
    }
    attributes.add(new Attribute("late for the horizon", CLASSES));
    this.header = new Instances("invoices", attributes, 0);
    header.setClassIndex(features.size());
  }

  /** Those of a model that was trained elsewhere. */
  public static ModelInputs ofModel(List<ModelFeature> features) {
    return new ModelInputs(features);
  }

  /** What can be learned from in these rows. */
  public static ModelInputs of(Dataset rows) {
    List<ModelFeature> features = new ArrayList<>();
    Columns columns = rows.columns();
    for (int c = 0; c < columns.size(); c++) {
      String key = columns.names().get(c);
      if (CLOCKS.contains(key)) {
        continue;
      }
      if (columns.isCategory(c)) {
        List<String> words = commonWords(rows, c);
        if (words.size() > 1) {
          features.add(ModelFeature.category(key, words));
        }
      } else if (varies(rows, c)) {
        features.add(
            isComplete(rows, c) ? ModelFeature.number(key) : ModelFeature.numberOrAbsent(key));
      }
    }
    return new ModelInputs(features);
  }

  private static List<String> commonWords(Dataset rows, int column) {
    List<String> words = rows.words(column);
    int[] count = new int[words.size()];
    for (int row = 0; row < rows.rows(); row++) {
      int code = rows.code(column, row);
      if (code != Dataset.MISSING) {
        count[code]++;
      }
    }
    if (Arrays.stream(count).filter(it -> it > 0).count() > MOST_WORDS) {
      return List.of();
    }
    int[] common =
        IntStream.range(0, count.length).filter(code -> count[code] >= ROWS_OF_A_WORD).toArray();
    List<String> known = Arrays.stream(common).mapToObj(words::get).sorted().toList();
    int told = Arrays.stream(common).map(code -> count[code]).sum();
    if (rows.rows() - told < ROWS_OF_A_WORD) {
      return known;
    }
    List<String> withOther = new ArrayList<>(known);
    withOther.add(ModelFeature.OTHER);
    return withOther;
  }

  private static boolean isComplete(Dataset rows, int column) {
    return IntStream.range(0, rows.rows()).noneMatch(row -> Double.isNaN(rows.number(column, row)));
  }

  private static boolean varies(Dataset rows, int column) {
    double seen = Double.NaN;
    for (int row = 0; row < rows.rows(); row++) {
      double value = rows.number(column, row);
      if (!Double.isNaN(value) && !Double.isNaN(seen) && value != seen) {
        return true;
      }
      seen = Double.isNaN(value) ? seen : value;
    }
    return false;
  }

  /** In the order of a row. */
  public List<ModelFeature> features() {
    return features;
  }

  /** No rows, the attributes only, the class last. */
  Instances header() {
    return header;
  }

  /** Rows for Weka, without a class; what is not known, or not in this model, is missing. */
  public List<Instance> instances(Dataset rows) {
    for (ModelFeature feature : features) {
      require(
          rows.columns().indexOf(feature.key()) >= 0, "the rows have no column %s", feature.key());
    }
    List<Instance> instances = new ArrayList<>(rows.rows());
    for (double[] row : ModelRows.of(features, rows)) {
      double[] withClass = Arrays.copyOf(row, row.length + 1);
      withClass[row.length] = Utils.missingValue();
      Instance instance = new DenseInstance(1, withClass);
      instance.setDataset(header);
      instances.add(instance);
    }
    return instances;
  }
}
