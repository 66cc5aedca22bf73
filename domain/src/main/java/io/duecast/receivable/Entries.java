package io.duecast.receivable;

import io.duecast.check.Rejection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact adds to the accounts.
 *
 * @param rejection why it was not accepted; null if it was
 */
public record Entries(List<AccountEntry> entries, @Nullable Rejection rejection) {
  public static final Entries NONE = new Entries(List.of(), null);

  public Entries {
    entries = List.copyOf(entries);
  }

  static Entries of(List<AccountEntry> entries) {
    return entries.isEmpty() ? NONE : new Entries(entries, null);
  }
}
