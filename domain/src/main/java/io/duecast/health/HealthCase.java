package io.duecast.health;

import io.duecast.label.Label;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One invoice in the eyes of the monitoring: what each model said of it, and what became of it.
 *
 * @param said by each model that scored it, the champion and those beside it
 * @param label whether it was late, as told last
 * @param ripensOn the first day on which it counts, so that none counts earlier for being paid
 *     early; null before the first label
 * @param revision of the label; 0 before the first
 * @param lookOn the day that changes something about it
 */
public record HealthCase(
    LocalDate issuedOn,
    List<Said> said,
    Label label,
    @Nullable LocalDate ripensOn,
    int revision,
    LocalDate lookOn) {
  public HealthCase {
    said = List.copyOf(said);
  }

  boolean knows(String modelId) {
    return said.stream().anyMatch(it -> it.modelId().equals(modelId));
  }

  HealthCase with(List<Said> other, LocalDate look) {
    return new HealthCase(issuedOn, other, label, ripensOn, revision, look);
  }

  /** As what it counts on a day. */
  Counted counts(LocalDate today) {
    boolean isRipe = ripensOn != null && !ripensOn.isAfter(today);
    return switch (label) {
      case EXCLUDED -> Counted.EXCLUDED;
      case LATE -> isRipe ? Counted.LATE : Counted.PENDING;
      case ON_TIME -> isRipe ? Counted.ON_TIME : Counted.PENDING;
      case CENSORED, UNKNOWN -> Counted.PENDING;
    };
  }
}
