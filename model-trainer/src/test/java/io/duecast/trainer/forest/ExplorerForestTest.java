package io.duecast.trainer.forest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.feature.FeatureSet;
import io.duecast.model.CompiledForest;
import io.duecast.model.RefusedModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.Classifier;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** Forests as Weka's Explorer saves them. */
class ExplorerForestTest {
  private static final FeatureSet KNOWN = FeatureSet.with(List.of());
  private static final List<String> NUMBERS = List.of("prior_late_ratio", "amount", "term_days");
  private static final String CATEGORY = "payment_means";

  @TempDir Path directory;

  static {
    WekaAlone.settle();
  }

  @Test
  void itVotesAsInWekaToTheLastBit() throws Exception {
    for (List<String> classes : List.of(List.of("paid", "late"), List.of("late", "paid"))) {
      Instances rows = rows(NUMBERS, classes);
      RandomForest forest = new RandomForest();
      forest.setNumIterations(30);
      forest.buildClassifier(rows);

      CompiledForest compiled =
          ExplorerForest.read(saved(forest, rows), header(rows), null, KNOWN).compiled();

      int late = classes.indexOf("late");
      for (Instance row : rows(NUMBERS, classes)) {
        double[] values = java.util.Arrays.copyOf(row.toDoubleArray(), NUMBERS.size() + 1);
        assertThat(compiled.score(values)).isEqualTo(forest.distributionForInstance(row)[late]);
      }
    }
  }

  @Test
  void whatIsNotServedHereIsNamed() throws Exception {
    Instances rows = rows(List.of("prior_late_ratio", "shoe_size", "horoscope"), List.of("0", "1"));
    RandomForest forest = trained(rows);
    Path model = saved(forest, rows);
    Path header = header(rows);

    assertThatThrownBy(() -> ExplorerForest.read(model, header, null, KNOWN))
        .isInstanceOf(RefusedModelException.class)
        .hasMessage(
            "2 of 4 attributes cannot be served: shoe_size is no feature here; horoscope is no"
                + " feature here");
  }

  @Test
  void whoDoesNotSayWhatLateMeansIsAsked() throws Exception {
    Instances rows = rows(NUMBERS, List.of("rot", "blau"));
    Path model = saved(trained(rows), rows);
    Path header = header(rows);

    assertThatThrownBy(() -> ExplorerForest.read(model, header, null, KNOWN))
        .hasMessageContaining("[rot, blau]")
        .hasMessageContaining("--late");
    assertThat(ExplorerForest.read(model, header, "rot", KNOWN).compiled().trees()).isEqualTo(10);
  }

  @Test
  void anotherHeaderAnotherClassifierAndAnotherFileAreRefused() throws Exception {
    Instances rows = rows(NUMBERS, List.of("paid", "late"));
    Path forest = saved(trained(rows), rows);
    Path header = header(rows);
    Path other =
        header(rows(List.of("amount", "prior_late_ratio", "term_days"), List.of("paid", "late")));
    J48 tree = new J48();
    tree.buildClassifier(rows);
    Path single = saved(tree, rows);
    Path hostile = directory.resolve("hostile.model");
    SerializationHelper.write(hostile.toString(), new java.io.File("/"));
    Path text = Files.writeString(directory.resolve("text.model"), "no model at all");

    assertRefused(forest, other, "other attributes than the header's");
    assertRefused(single, header, "holds no RandomForest");
    assertRefused(hostile, header, "was not saved by Weka");
    assertRefused(text, header, "was not saved by Weka");
    assertRefused(saved(new RandomForest(), rows), header, "was not trained");
  }

  private static void assertRefused(Path model, Path header, String why) {
    assertThatThrownBy(() -> ExplorerForest.read(model, header, null, KNOWN))
        .isInstanceOf(RefusedModelException.class)
        .hasMessageContaining(why);
  }

  private static RandomForest trained(Instances rows) throws Exception {
    RandomForest forest = new RandomForest();
    forest.setNumIterations(10);
    forest.buildClassifier(rows);
    return forest;
  }

  private Path saved(Classifier classifier, Instances rows) throws Exception {
    Path file = Files.createTempFile(directory, "explorer", ".model");
    SerializationHelper.writeAll(
        file.toString(), new Object[] {classifier, new Instances(rows, 0)});
    return file;
  }

  private Path header(Instances rows) throws IOException {
    Path file = Files.createTempFile(directory, "header", ".arff");
    return Files.writeString(file, new Instances(rows, 0).toString());
  }

  private static Instances rows(List<String> numbers, List<String> classes) {
    ArrayList<Attribute> attributes = new ArrayList<>();
    numbers.forEach(it -> attributes.add(new Attribute(it)));
    attributes.add(new Attribute(CATEGORY, List.of("30", "49", "58")));
    attributes.add(new Attribute("outcome", classes));
    Instances rows = new Instances("invoices", attributes, 0);
    rows.setClassIndex(numbers.size() + 1);
    Random random = new Random(11);
    int late = classes.indexOf("late") < 0 ? 1 : classes.indexOf("late");
    for (int i = 0; i < 800; i++) {
      double[] values = new double[numbers.size() + 2];
      for (int n = 0; n < numbers.size(); n++) {
        values[n] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
      }
      values[numbers.size()] = random.nextInt(3);
      boolean isLate = values[0] + random.nextGaussian() > values[numbers.size()] - 1;
      values[numbers.size() + 1] = isLate ? late : 1 - late;
      rows.add(new DenseInstance(1, values));
    }
    return rows;
  }
}
