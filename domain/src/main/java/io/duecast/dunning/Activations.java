package io.duecast.dunning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All policies that were ever activated: the latest that is effective is in force, and of two of
 * one moment the one recorded later.
 *
 * @param inOrder of the moments from which they hold
 */
public record Activations(List<PolicyActivated> inOrder) implements Policies {
  private static final Comparator<PolicyActivated> ORDER =
      Comparator.comparing(PolicyActivated::effectiveFrom)
          .thenComparing(PolicyActivated::recordedAt);

  public static final Activations NONE = new Activations(List.of());

  public Activations {
    inOrder = inOrder.stream().sorted(ORDER).toList();
  }

  /** One more; a repeat changes nothing. */
  public Activations after(PolicyActivated activated) {
    if (inOrder.contains(activated)) {
      return this;
    }
    List<PolicyActivated> all = new ArrayList<>(inOrder);
    all.add(activated);
    return new Activations(all);
  }

  @Override
  public Optional<DunningPolicy> inForce(Instant at) {
    for (int i = inOrder.size() - 1; i >= 0; i--) {
      if (!inOrder.get(i).effectiveFrom().isAfter(at)) {
        return Optional.of(inOrder.get(i).policy());
      }
    }
    return Optional.empty();
  }
}
