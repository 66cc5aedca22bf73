package io.duecast.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How one model does on the invoices that it scored at issue, as known when a day begins.
 *
 * @param healthId deterministic: the model, the window and the day
 * @param modelId sha-256 of the model's file; the id of the rule without a model
 * @param window which invoices: a month of issue as {@code 2026-03}, {@code last-30-days} or {@code
 *     last-90-days}
 * @param from the first day of issue
 * @param until the last day of issue
 * @param asOf the day; all that was known when it began is in it
 * @param all of the invoices together
 * @param segments of the customers, at most twenty and the others
 * @param histories by how many invoices of the customer had an outcome at the time: 0, 1-4, 5-19,
 *     20+
 * @param drift of each feature of the model, in its order; none if nothing was kept of its training
 * @param scoreDrift of what it says, likewise; at most one
 * @param driftedWeight share of all that the model's vote is moved by which the drifted features
 *     hold, 0..1
 * @param recordedAt when the day began
 * @param replayed true if it is history
 */
public record ModelHealth(
    String healthId,
    String modelId,
    String window,
    LocalDate from,
    LocalDate until,
    LocalDate asOf,
    HealthFigures all,
    List<GroupHealth> segments,
    List<GroupHealth> histories,
    List<Drift> drift,
    List<Drift> scoreDrift,
    double driftedWeight,
    Instant recordedAt,
    boolean replayed) {
  public ModelHealth {
    segments = List.copyOf(segments);
    histories = List.copyOf(histories);
    drift = List.copyOf(drift);
    scoreDrift = List.copyOf(scoreDrift);
  }
}
