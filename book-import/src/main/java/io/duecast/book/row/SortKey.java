package io.duecast.book.row;

import io.duecast.book.mapping.SectionKind;
import java.util.Comparator;

/**
 * Where a row stands among those of its customer, whatever its place in the file.
 *
 * @param group rows of one invoice, payment or customer's day have it in common
 * @param content what was known of it from the beginning
 * @param day what came later: an open invoice stands behind the settled ones
 */
public record SortKey(String customer, SectionKind kind, String group, String content, long day)
    implements Comparable<SortKey> {
  private static final Comparator<SortKey> ORDER =
      Comparator.comparing(SortKey::customer)
          .thenComparing(SortKey::kind)
          .thenComparing(SortKey::group)
          .thenComparing(SortKey::content)
          .thenComparingLong(SortKey::day);

  @Override
  public int compareTo(SortKey other) {
    return ORDER.compare(this, other);
  }
}
