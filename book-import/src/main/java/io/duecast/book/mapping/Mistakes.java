package io.duecast.book.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found so far. */
final class Mistakes {
  private final List<Mistake> found = new ArrayList<>();

  void add(String path, int line, String what, String advice) {
    found.add(new Mistake(path, line, what, advice));
  }

  void add(YamlNode node, String what, String advice) {
    add(node.path(), node.line(), what, advice);
  }

  List<Mistake> found() {
    return List.copyOf(found);
  }

  /**
   * Ends here if anything was found.
   *
   * @param name the mapping's name in the message
   */
  void throwIfAny(String name) {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Mistake::line));
      throw new MappingException(name, found);
    }
  }
}
