package io.duecast.risk;

import java.time.Instant;
import java.util.Optional;

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

  /**
   * A candidate that scores beside it, of which nobody acts on anything; empty if there is none.
   *
   * @param replayed history is scored by nobody else than who was in charge
   */
  default Optional<Scorer> shadow(boolean replayed) {
    return Optional.empty();
  }

  /** Always the same one. */
  static Scorers always(Scorer scorer) {
    return (recordedAt, replayed) -> scorer;
  }
}
