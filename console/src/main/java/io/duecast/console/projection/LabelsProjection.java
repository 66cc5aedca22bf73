package io.duecast.console.projection;

import io.duecast.calendar.DayOpened;
import io.duecast.label.LabelledInvoice;

/** How invoices turned out, by their latest labels. */
final class LabelsProjection implements Projection {
  private static final String LATEST =
      Statement.putIf(
          "labels",
          2,
          "labels.revision < excluded.revision",
          "customer",
          "invoice",
          "revision",
          "reason",
          "late_0",
          "late_30",
          "late_60",
          "late_90",
          "settled_on",
          "days_past_due",
          "model",
          "probability_late",
          "known_on");

  @Override
  public void project(Object value, Place place, Rows rows) {
    switch (value) {
      case LabelledInvoice it -> label(it, rows);
      case DayOpened it -> {
        // Says when the labels of a day are whole: nobody here waits for that.
      }
      default -> throw new IllegalStateException("labelled-invoices: " + value.getClass());
    }
  }

  private static void label(LabelledInvoice it, Rows rows) {
    rows.add(
        LATEST,
        it.customer().value(),
        it.invoice().value(),
        it.revision(),
        it.reason(),
        it.label(0),
        it.label(30),
        it.label(60),
        it.label(90),
        it.settledOn(),
        it.daysPastDue(),
        it.modelId(),
        it.probabilityLate(),
        it.knownOn());
  }
}
