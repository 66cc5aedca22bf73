package io.duecast.dunning;

import java.time.Instant;
import java.util.Optional;

/** Which policy is in force when. */
public interface Policies {
  /** Nobody is reminded. */
  Policies NONE = at -> Optional.empty();

  Optional<DunningPolicy> inForce(Instant at);

  /** Always the same one. */
  static Policies always(DunningPolicy policy) {
    return at -> Optional.of(policy);
  }
}
