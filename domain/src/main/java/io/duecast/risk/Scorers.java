package io.duecast.risk;

import java.time.Instant;

/** Who speaks for an invoice. */
@FunctionalInterface
public interface Scorers {
  /**
   * The scorer in charge.
   *
   * @param recordedAt when the invoice became known
   * @param replayed whether it is history: then it is the scorer that was in charge at that time
   */
  Scorer champion(Instant recordedAt, boolean replayed);

  /** Always the same one. */
  static Scorers always(Scorer scorer) {
    return (recordedAt, replayed) -> scorer;
  }
}
