package io.duecast.trainer.data;

import static io.duecast.check.Check.require;

import io.duecast.feature.FeatureSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The columns of a data set, by name; each is of numbers or of categories.
 *
 * @param names in order, each once
 * @param categories the places of those of categories
 */
public record Columns(List<String> names, BitSet categories) {
  public Columns {
    names = List.copyOf(names);
    categories = (BitSet) categories.clone();
    require(
        names.stream().distinct().count() == names.size(), "a column stands twice in %s", names);
  }

  /** The features of a set, in its order. */
  public static Columns of(FeatureSet set) {
    BitSet categories = new BitSet();
    for (int i = 0; i < set.size(); i++) {
      categories.set(i, set.isCategory(i));
    }
    return new Columns(set.keys(), categories);
  }

  @Override
  public BitSet categories() {
    return (BitSet) categories.clone();
  }

  public int size() {
    return names.size();
  }

  public boolean isCategory(int column) {
    return categories.get(column);
  }

  /** The place of a column; -1 if there is none of that name. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** These, and columns of numbers after them. */
  Columns plusNumbers(List<String> more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return new Columns(all, categories);
  }
}
