package io.duecast.service.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was probably meant to be. */
final class NearWord {
  private NearWord() {}

  /** Empty if more than a third of the letters would have to change. */
  static Optional<String> to(String word, Collection<String> known) {
    return within(Math.max(2, word.length() / 3), word, known);
  }

  /** Empty if more than so many letters would have to change. */
  static Optional<String> within(int changes, String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= changes)
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** Letters to add, drop or change. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
