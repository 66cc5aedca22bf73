package io.duecast.streams.insight;

import io.duecast.insight.Group;

/** A group as the key of a store. */
final class GroupKey {
  /** Stands in no name that an ERP writes. */
  private static final String END = "\u0000";

  private GroupKey() {}

  static String of(Group group) {
    return String.join(END, group.currency(), group.entity(), group.segment());
  }

  static Group group(String key) {
    String[] parts = key.split(END, -1);
    return new Group(parts[0], parts[1], parts[2]);
  }
}
