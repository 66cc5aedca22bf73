package io.duecast.trainer.service;

import static io.duecast.check.Check.require;

import io.duecast.health.HealthAlarm;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When to learn: after enough new labels, or after enough days, whichever comes first; earlier if
 * the health of the model in charge gives an alarm, and there is something new to learn from.
 *
 * @param newLabels since the last training, at least
 * @param newShare of the labels that there were at the last training, at least
 * @param everyDays days after which it learns if there is any new label
 * @param onDrift whether drift is an alarm
 * @param onFallingEstimate whether it is one that the model does worse
 */
public record Schedule(
    int newLabels, double newShare, int everyDays, boolean onDrift, boolean onFallingEstimate) {
  /** On an alarm, one in so many of the new labels is enough. */
  private static final int ON_ALARM = 5;

  public static final Schedule DEFAULT = new Schedule(1_000, 0.1, 30);

  /** One that answers every alarm. */
  public Schedule(int newLabels, double newShare, int everyDays) {
    this(newLabels, newShare, everyDays, true, true);
  }

  public Schedule {
    require(newLabels > 0, "%d new labels", newLabels);
    require(everyDays > 0, "every %d days", everyDays);
  }

  /**
   * Why to learn now; empty if it is not time.
   *
   * @param labels that there are
   * @param labelsThen that there were at the last training
   * @param since the day of the last training; of the first label, if there was none
   * @param today the last day of which a label is known
   */
  public Optional<String> trigger(long labels, long labelsThen, LocalDate since, LocalDate today) {
    long fresh = labels - labelsThen;
    if (fresh >= newLabels && fresh >= newShare * labelsThen) {
      return Optional.of("labels");
    }
    if (fresh > 0 && !since.plusDays(everyDays).isAfter(today)) {
      return Optional.of("schedule");
    }
    return Optional.empty();
  }

  /**
   * Why to learn now; empty if it is not time.
   *
   * @param alarm that was not answered yet
   */
  public Optional<String> trigger(
      long labels, long labelsThen, LocalDate since, LocalDate today, Optional<HealthAlarm> alarm) {
    return trigger(labels, labelsThen, since, today)
        .or(
            () ->
                alarm
                    .map(HealthAlarm::kind)
                    .filter(this::isHeeded)
                    .filter(kind -> ON_ALARM * (labels - labelsThen) >= newLabels));
  }

  private boolean isHeeded(String kind) {
    return switch (kind) {
      case HealthAlarm.DRIFT -> onDrift;
      case HealthAlarm.FALLING_ESTIMATE -> onFallingEstimate;
      default -> false;
    };
  }
}
