package io.duecast.trainer.forest;

import io.duecast.model.ClassWeights;
import io.duecast.model.ForestDefinition;
import io.duecast.model.ModelFeature;
import io.duecast.model.TreeNode;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.classifiers.trees.RandomTree;
import weka.core.Instances;
import weka.core.Version;

/**
 * Reads trained trees out of Weka, node by node. Weka keeps them in fields that are not public:
 * they are looked up once, by name and type, and another Weka fails here, not in a score.
 */
public final class WekaForests {
  private static final Field TREE = field(RandomTree.class, "m_Tree");
  private static final Field HEADER = field(RandomTree.class, "m_Info", Instances.class);
  private static final Class<?> NODE = TREE.getType();
  private static final Field SUCCESSORS = field(NODE, "m_Successors", NODE.arrayType());
  private static final Field ATTRIBUTE = field(NODE, "m_Attribute", int.class);
  private static final Field THRESHOLD = field(NODE, "m_SplitPoint", double.class);
  private static final Field SHARES = field(NODE, "m_Prop", double[].class);
  private static final Field WEIGHTS = field(NODE, "m_ClassDistribution", double[].class);

  private WekaForests() {}

  /** Of Weka, as it says itself. */
  public static String version() {
    return Version.VERSION;
  }

  /**
   * A forest in the terms of the risk model.
   *
   * @throws IllegalStateException if a tree is not as this version of Weka makes it
   */
  public static ForestDefinition definition(Forest forest) {
    List<ModelFeature> features = forest.inputs().features();
    return definition(forest.trees(), features, new ClassPlace(features.size(), false));
  }

  /**
   * Where the class stands among the attributes that trees were trained on.
   *
   * @param index of its attribute
   * @param lateFirst whether the first of its two values is the late one
   */
  record ClassPlace(int index, boolean lateFirst) {
    int feature(int attribute) {
      return attribute < index ? attribute : attribute - 1;
    }

    ClassWeights weights(double[] of) {
      return lateFirst ? new ClassWeights(of[1], of[0]) : new ClassWeights(of[0], of[1]);
    }
  }

  /**
   * Trees in the terms of the risk model.
   *
   * @param features in the order of the attributes, without the class
   */
  static ForestDefinition definition(
      List<RandomTree> trees, List<ModelFeature> features, ClassPlace place) {
    List<TreeNode> roots = new ArrayList<>();
    for (RandomTree tree : trees) {
      Instances header = header(tree);
      Object root = valueOf(TREE, tree);
      if (header == null || root == null) {
        throw new IllegalStateException("a tree that was not trained on any feature");
      }
      if (header.numAttributes() != features.size() + 1
          || header.classIndex() != place.index()
          || header.numClasses() != 2) {
        throw new IllegalStateException(
            "a tree on %d attributes, not on %d features and two classes"
                .formatted(header.numAttributes(), features.size()));
      }
      roots.add(node(root, features, place));
    }
    return new ForestDefinition(features, roots);
  }

  /** The attributes that a tree was trained on; null if it was trained on none. */
  static @Nullable Instances header(RandomTree tree) {
    return (Instances) valueOf(HEADER, tree);
  }

  private static TreeNode node(Object weka, List<ModelFeature> features, ClassPlace place) {
    int attribute = place.feature(intOf(ATTRIBUTE, weka));
    double @Nullable [] weights = (double @Nullable []) valueOf(WEIGHTS, weka);
    ClassWeights own = weights == null ? null : place.weights(weights);
    if (attribute < 0) {
      return new TreeNode.Leaf(own);
    }
    Object[] successors = (Object[]) present(SUCCESSORS, weka);
    double[] shares = (double[]) present(SHARES, weka);
    List<TreeNode.Branch> branches = new ArrayList<>();
    for (int i = 0; i < successors.length; i++) {
      branches.add(new TreeNode.Branch(shares[i], node(successors[i], features, place)));
    }
    return features.get(attribute).isCategory()
        ? new TreeNode.CategorySplit(attribute, branches, own)
        : new TreeNode.NumericSplit(
            attribute, doubleOf(THRESHOLD, weka), branches.get(0), branches.get(1), own);
  }

  private static Field field(Class<?> type, String name, Class<?> expected) {
    Field field = field(type, name);
    if (field.getType() != expected) {
      throw new IllegalStateException(
          "Weka's %s is a %s, not a %s: another version"
              .formatted(field, field.getType(), expected));
    }
    return field;
  }

  private static Field field(Class<?> type, String name) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(
          "Weka's %s has no %s: another version".formatted(type, name), e);
    }
  }

  private static Object present(Field field, Object of) {
    Object value = valueOf(field, of);
    if (value == null) {
      throw new IllegalStateException("a split of Weka without " + field.getName());
    }
    return value;
  }

  private static @Nullable Object valueOf(Field field, Object of) {
    try {
      return field.get(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int intOf(Field field, Object of) {
    try {
      return field.getInt(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double doubleOf(Field field, Object of) {
    try {
      return field.getDouble(of);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
