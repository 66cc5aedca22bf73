package io.duecast.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that was decided so far. Live invoices are scored by the model that was put in charge last;
 * history that is replayed, by the one that was in charge when it happened: none scores an invoice
 * that it may have learned from.
 */
public record Releases(List<ModelReleased> inOrder) {
  public static final Releases NONE = new Releases(List.of());

  public Releases {
    inOrder = List.copyOf(inOrder);
  }

  /** These and one more. */
  public Releases after(ModelReleased next) {
    List<ModelReleased> more = new ArrayList<>(inOrder);
    more.add(next);
    return new Releases(more);
  }

  /** The one in charge now; empty if none was ever released. */
  public Optional<ModelReleased> champion() {
    return champions().reduce((before, next) -> next);
  }

  /** The one that scores silently now, until more is decided about it; empty if there is none. */
  public Optional<ModelReleased> shadow() {
    Optional<ModelReleased> shadow = Optional.empty();
    for (ModelReleased it : inOrder) {
      if (it.slot() == ModelSlot.SHADOW) {
        shadow = Optional.of(it);
      } else if (shadow.filter(known -> known.modelId().equals(it.modelId())).isPresent()) {
        shadow = Optional.empty();
      }
    }
    return shadow;
  }

  /** The one that was in charge at a moment, as decided by now. */
  public Optional<ModelReleased> championAt(Instant moment) {
    return champions()
        .filter(it -> !it.effectiveFrom().isAfter(moment))
        .reduce(
            (before, next) ->
                next.effectiveFrom().isBefore(before.effectiveFrom()) ? before : next);
  }

  /** Who was in charge when a model first came; empty if nobody was, or it never came. */
  public Optional<String> before(String modelId) {
    return champions()
        .filter(it -> it.modelId().equals(modelId))
        .findFirst()
        .flatMap(it -> Optional.ofNullable(it.previous()));
  }

  private Stream<ModelReleased> champions() {
    return inOrder.stream().filter(it -> it.slot() == ModelSlot.CHAMPION);
  }
}
