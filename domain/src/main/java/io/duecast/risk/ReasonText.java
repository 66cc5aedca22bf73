package io.duecast.risk;

import java.util.Locale;

/** Says a reason to a person. */
public final class ReasonText {
  private ReasonText() {}

  /** One plain sentence in English. */
  public static String of(Reason reason) {
    return switch (reason.textKey()) {
      case "customer-late-ratio" ->
          String.format(
              Locale.ROOT,
              "%.0f %% of the customer's invoices with a known outcome were late",
              reason.value() * 100);
      case "segment-late-ratio" ->
          String.format(
              Locale.ROOT, "%.0f %% of the segment's invoices are paid late", reason.value() * 100);
      case "no-history" -> "The customer has no history yet";
      case "category" ->
          reason.feature()
              + " is one that goes with "
              + (reason.contribution() > 0 ? "late" : "timely")
              + " payment";
      default ->
          Double.isNaN(reason.value())
              ? reason.feature() + " is not known"
              : reason.feature() + " is " + reason.value();
    };
  }
}
