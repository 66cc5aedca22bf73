package io.duecast.receivable;

import io.duecast.check.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact adds to the accounts.
 *
 * @param rejection why it was not accepted; null if it was
 * @param leftOut of an accepted fact: what had waited for its invoice and does not fit it, each of
 *     which goes to the dead letters; empty but for a rare mistake
 */
public record Entries(
    List<AccountEntry> entries, @Nullable Rejection rejection, List<Rejection> leftOut) {
  public static final Entries NONE = new Entries(List.of(), null, List.of());

  public Entries {
    entries = List.copyOf(entries);
    leftOut = List.copyOf(leftOut);
  }

  static Entries of(List<AccountEntry> entries, List<Rejection> leftOut) {
    return entries.isEmpty() && leftOut.isEmpty() ? NONE : new Entries(entries, null, leftOut);
  }

  static Entries refused(Rejection rejection) {
    return new Entries(List.of(), rejection, List.of());
  }
}
