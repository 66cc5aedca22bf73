package io.duecast.book.draft;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A column's name as words without accents: {@code DataVencimento} is "data vencimento". */
record ColumnName(String plain) {
  private static final int EXACT = 100;

  static ColumnName of(String header) {
    String spaced = header.replaceAll("(?<=[\\p{Ll}0-9])(?=\\p{Lu})", " ");
    String decomposed = Normalizer.normalize(spaced, Normalizer.Form.NFD);
    String bare = decomposed.replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
    return new ColumnName(bare.replaceAll("[^\\p{L}0-9]+", " ").strip());
  }

  /** How well the name fits a role: 100 if it is one of its words, 0 if it has none of them. */
  int fits(Role role) {
    int best = 0;
    for (String word : role.words()) {
      best = Math.max(best, fits(word));
    }
    return best;
  }

  private int fits(String word) {
    boolean open = word.endsWith("*");
    String stem = open ? word.substring(0, word.length() - 1) : word;
    if (plain.equals(stem) || plain.replace(" ", "").equals(stem.replace(" ", ""))) {
      return EXACT;
    }
    if (open) {
      return Arrays.stream(plain.split(" ")).anyMatch(part -> part.startsWith(stem)) ? 40 : 0;
    }
    List<String> wanted = List.of(stem.split(" "));
    Set<String> own = new HashSet<>(List.of(plain.split(" ")));
    return own.containsAll(wanted) ? 50 + 10 * Math.min(4, wanted.size()) : 0;
  }

  /** A name for an attribute: lower case, with underscores. */
  String asAttribute() {
    return plain.isEmpty() ? "column" : plain.replace(' ', '_');
  }
}
