package io.duecast.console.web;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All rows of a list, part by part as they are written out. */
final class Export implements Iterable<Map<String, @Nullable Object>> {
  /** A sheet takes no more. */
  private static final int MOST = 1_000_000;

  private final Jdbi jdbi;
  private final Listing listing;
  private final Asked asked;

  Export(Jdbi jdbi, Listing listing, Asked asked) {
    this.jdbi = jdbi;
    this.listing = listing;
    this.asked = asked;
  }

  @Override
  public Iterator<Map<String, @Nullable Object>> iterator() {
    return new Parts();
  }

  private final class Parts implements Iterator<Map<String, @Nullable Object>> {
    private Rows part = read(asked.after());
    private int at;
    private int told;

    @Override
    public boolean hasNext() {
      if (at == part.rows().size() && part.next() != null) {
        part = read(Cursor.parse(part.next(), listing.key().size()));
        at = 0;
      }
      return at < part.rows().size() && told < MOST;
    }

    @Override
    public Map<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      told++;
      return part.rows().get(at++);
    }

    private Rows read(@Nullable Cursor after) {
      Asked part = new Asked(asked.filters(), asked.sort(), after, Asked.MOST);
      return jdbi.withHandle(handle -> new ListQuery(listing, part).run(handle));
    }
  }
}
