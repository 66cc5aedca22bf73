package io.duecast.wire;

import java.util.Optional;

/**
 * The topics under the names that one installation gives them.
 *
 * @param prefix in front of every name, e.g. {@code prod.}; empty for none
 */
public record NamedTopics(String prefix) {
  private static final String LEGAL = "[a-zA-Z0-9._-]{0,100}";

  public NamedTopics {
    if (!prefix.matches(LEGAL)) {
      throw new IllegalArgumentException(
          "topic prefix '" + prefix + "' is not up to 100 of: letters, digits, '.', '_', '-'");
    }
  }

  /** The name of a topic in this installation. */
  public String name(Topic<?> topic) {
    return prefix + topic.name();
  }

  /** The topic of a name in this installation; empty if it is none of ours. */
  public Optional<Topic<?>> find(String name) {
    for (Topic<?> topic : Topics.all()) {
      if (name(topic).equals(name)) {
        return Optional.of(topic);
      }
    }
    return Optional.empty();
  }
}
