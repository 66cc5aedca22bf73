package io.duecast.trainer.forest;

import io.duecast.feature.FeatureSet;
import io.duecast.model.CompiledForest;
import io.duecast.model.ForestDefinition;
import io.duecast.model.ModelFeature;
import io.duecast.model.RefusedModelException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import weka.classifiers.Classifier;
import weka.classifiers.IteratedSingleClassifierEnhancer;
import weka.classifiers.trees.RandomForest;
import weka.classifiers.trees.RandomTree;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.converters.ArffLoader;

/**
 * A random forest that a person trained in Weka's own Explorer, in the terms of the risk model. A
 * file of Weka's is Java's serialization, which runs what it is told to: read none that you did not
 * make yourself, and never one from a topic.
 *
 * @param compiled votes for late as Weka does
 */
public record ExplorerForest(CompiledForest compiled) {
  private static final ObjectInputFilter WEKA_ALONE =
      ObjectInputFilter.Config.createFilter(
          "weka.**;java.base/java.lang.*;java.base/java.util.*;!*");

  private static final Set<String> LATE = Set.of("late", "1", "yes", "true", "y", "unpaid");

  static {
    WekaAlone.settle();
  }

  /**
   * Reads it.
   *
   * @param model as the Explorer's "Save model" wrote it
   * @param header an ARFF file with the attributes that it was trained on; rows are not looked at
   * @param late the value of the class that means late; null if it goes without saying
   * @param known what invoices are scored by here
   * @throws RefusedModelException if it is no such forest, or asks for what is not known here
   * @throws IOException if a file cannot be read
   */
  public static ExplorerForest read(
      Path model, Path header, @Nullable String late, FeatureSet known) throws IOException {
    Instances attributes = attributes(header);
    List<RandomTree> trees = trees(forest(model), attributes);
    Attribute target = attributes.classAttribute();
    boolean lateFirst = lateFirst(target, late);
    ForestDefinition definition =
        WekaForests.definition(
            trees,
            features(attributes, known),
            new WekaForests.ClassPlace(target.index(), lateFirst));
    return new ExplorerForest(CompiledForest.of(definition));
  }

  /** The class is the last attribute, as the Explorer has it. */
  private static Instances attributes(Path header) throws IOException {
    ArffLoader loader = new ArffLoader();
    try (var in = new BufferedInputStream(Files.newInputStream(header))) {
      loader.setSource(in);
      Instances attributes = loader.getStructure();
      if (attributes.numAttributes() < 2) {
        throw new RefusedModelException(
            "%s: an attribute to learn from and a class are needed, there are %d"
                .formatted(header, attributes.numAttributes()));
      }
      attributes.setClassIndex(attributes.numAttributes() - 1);
      return attributes;
    }
  }

  private static RandomForest forest(Path model) throws IOException {
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(model)))) {
      in.setObjectInputFilter(WEKA_ALONE);
      if (in.readObject() instanceof RandomForest forest) {
        return forest;
      }
      throw new RefusedModelException("%s holds no RandomForest".formatted(model));
    } catch (ClassNotFoundException | java.io.ObjectStreamException e) {
      throw new RefusedModelException(
          "%s was not saved by Weka %s: %s".formatted(model, WekaForests.version(), e.getMessage()),
          e);
    }
  }

  private static List<RandomTree> trees(RandomForest forest, Instances attributes) {
    Classifier @Nullable [] members = members(forest);
    if (members == null || members.length == 0) {
      throw new RefusedModelException("the forest was not trained");
    }
    List<RandomTree> trees = new ArrayList<>();
    for (Classifier member : members) {
      Instances own = member instanceof RandomTree tree ? WekaForests.header(tree) : null;
      if (own == null) {
        throw new RefusedModelException("the forest holds a %s".formatted(member.getClass()));
      }
      // The values of an attribute are part of it: their order is what the tree asks for.
      attributes.setClassIndex(own.classIndex());
      String difference = own.equalHeadersMsg(attributes);
      if (difference != null) {
        throw new RefusedModelException(
            "the forest was trained on other attributes than the header's: " + difference.strip());
      }
      trees.add((RandomTree) member);
    }
    return trees;
  }

  private static Classifier @Nullable [] members(RandomForest forest) {
    try {
      Field field = IteratedSingleClassifierEnhancer.class.getDeclaredField("m_Classifiers");
      field.setAccessible(true);
      return (Classifier[]) field.get(forest);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Weka's forest has no m_Classifiers: another version", e);
    }
  }

  private static boolean lateFirst(Attribute target, @Nullable String late) {
    if (!target.isNominal() || target.numValues() != 2) {
      throw new RefusedModelException(
          "the class %s has to be nominal with two values, on time and late"
              .formatted(target.name()));
    }
    List<String> values =
        Collections.list(target.enumerateValues()).stream().map(Object::toString).toList();
    int[] meant =
        IntStream.range(0, 2)
            .filter(
                i ->
                    late == null
                        ? LATE.contains(values.get(i).toLowerCase(Locale.ROOT))
                        : values.get(i).equals(late))
            .toArray();
    if (meant.length != 1) {
      throw new RefusedModelException(
          "which of %s of the class %s means late? say it with --late"
              .formatted(values, target.name()));
    }
    return meant[0] == 0;
  }

  private static List<ModelFeature> features(Instances attributes, FeatureSet known) {
    List<ModelFeature> features = new ArrayList<>();
    List<String> objections = new ArrayList<>();
    for (Attribute attribute : Collections.list(attributes.enumerateAttributes())) {
      int place = known.keys().indexOf(attribute.name());
      if (place < 0) {
        objections.add(attribute.name() + " is no feature here");
      } else if (known.isCategory(place) ? !attribute.isNominal() : !attribute.isNumeric()) {
        objections.add(
            attribute.name()
                + (known.isCategory(place) ? " is a category here" : " is a number here"));
      } else {
        features.add(feature(attribute));
      }
    }
    if (!objections.isEmpty()) {
      throw new RefusedModelException(
          "%d of %d attributes cannot be served: %s"
              .formatted(
                  objections.size(),
                  attributes.numAttributes() - 1,
                  String.join("; ", objections)));
    }
    return features;
  }

  private static ModelFeature feature(Attribute attribute) {
    if (attribute.isNumeric()) {
      return ModelFeature.number(attribute.name());
    }
    String[] values = new String[attribute.numValues()];
    Arrays.setAll(values, attribute::value);
    return ModelFeature.category(attribute.name(), List.of(values));
  }
}
