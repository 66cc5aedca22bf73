package io.duecast.book.row;

import io.duecast.book.mapping.SectionKind;

/**
 * Where a row stands among those of its customer, whatever its place in the file.
 *
 * @param group rows of one invoice, payment or customer's day have it in common
 * @param content what was known of it from the beginning
 * @param day what came later: an open invoice stands behind the settled ones
 */
public record SortKey(String customer, SectionKind kind, String group, String content, long day)
    implements Comparable<SortKey> {
  @Override
  public int compareTo(SortKey other) {
    int order = customer.compareTo(other.customer);
    if (order == 0) {
      order = kind.compareTo(other.kind);
    }
    if (order == 0) {
      order = group.compareTo(other.group);
    }
    if (order == 0) {
      order = content.compareTo(other.content);
    }
    return order == 0 ? Long.compare(day, other.day) : order;
  }
}
