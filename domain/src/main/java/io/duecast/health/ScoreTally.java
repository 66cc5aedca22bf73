package io.duecast.health;

/**
 * What a model said of some invoices, by what became of them.
 *
 * @param excluded of which nothing can be learned; they are in none of the others
 */
public record ScoreTally(Scores pending, Scores onTime, Scores late, long excluded) {
  public static final ScoreTally NONE = new ScoreTally(Scores.NONE, Scores.NONE, Scores.NONE, 0);

  ScoreTally plus(ScoreTally more) {
    return new ScoreTally(
        pending.plus(more.pending),
        onTime.plus(more.onTime),
        late.plus(more.late),
        excluded + more.excluded);
  }

  /** Those whose outcome is known. */
  Scores matured() {
    return onTime.plus(late);
  }
}
