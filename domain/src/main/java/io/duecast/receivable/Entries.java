package io.duecast.receivable;

import io.duecast.check.Rejection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a fact adds to the accounts.
 *
 * @param rejection null if all was accepted; without entries, why the fact was not; beside entries,
 *     what had waited for the fact's invoice and was left out because it does not fit it
 */
public record Entries(List<AccountEntry> entries, @Nullable Rejection rejection) {
  public static final Entries NONE = new Entries(List.of(), null);

  public Entries {
    entries = List.copyOf(entries);
  }

  static Entries of(List<AccountEntry> entries, List<Rejection> leftOut) {
    if (leftOut.isEmpty()) {
      return entries.isEmpty() ? NONE : new Entries(entries, null);
    }
    String details = leftOut.stream().map(Rejection::detail).collect(Collectors.joining("; "));
    return new Entries(entries, new Rejection(leftOut.getFirst().reason(), details));
  }
}
