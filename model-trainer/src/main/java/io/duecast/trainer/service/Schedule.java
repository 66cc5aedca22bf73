package io.duecast.trainer.service;

import static io.duecast.check.Check.require;

import java.time.LocalDate;
import java.util.Optional;

/**
 * When to learn: after enough new labels, or after enough days, whichever comes first.
 *
 * @param newLabels since the last training, at least
 * @param newShare of the labels that there were at the last training, at least
 * @param everyDays days after which it learns if there is any new label
 */
public record Schedule(int newLabels, double newShare, int everyDays) {
  public static final Schedule DEFAULT = new Schedule(1_000, 0.1, 30);

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
}
