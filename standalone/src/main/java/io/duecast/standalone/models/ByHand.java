package io.duecast.standalone.models;

import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decision that a person takes. */
final class ByHand {
  private ByHand() {}

  static ModelReleased decision(
      KnownModels known,
      String modelId,
      @Nullable LocalDate knownOn,
      ReleaseDecision decision,
      String why) {
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    return new ModelReleased(
        "%s:%s@%s".formatted(ModelSlot.CHAMPION, modelId, now),
        ModelSlot.CHAMPION,
        modelId,
        known.releases().champion().map(ModelReleased::modelId).orElse(null),
        now,
        knownOn,
        decision,
        List.of(why),
        "person",
        System.getProperty("user.name", "a person"),
        0,
        Map.of(),
        now);
  }
}
