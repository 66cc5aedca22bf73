package io.duecast.trainer.book;

import io.duecast.customer.CustomerId;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureVector;
import io.duecast.label.Outcome;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.Prediction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An invoice with its features as of issue, and what was known when of what became of it. */
public final class ObservedInvoice {
  private record Known(Instant recordedAt, Outcome outcome) {}

  /** Of the days past due that a customer's range is taken from. */
  private static final int LATEST = 32;

  private final Invoice invoice;
  private final LocalDate knownOn;
  private final List<Integer> past;
  private final FeatureVector features;
  private final Prediction baseline;
  private final List<Known> known = new ArrayList<>();

  ObservedInvoice(
      FeatureInput in, FeatureVector features, Prediction baseline, ReceivableChanged opened) {
    this.invoice = in.invoice();
    this.knownOn = in.asOf();
    this.past = in.prior().settled().last(LATEST).stream().map(it -> it.daysPastDue()).toList();
    this.features = features;
    this.baseline = baseline;
    known.add(new Known(opened.recordedAt(), Outcome.opened(opened)));
  }

  void hear(ReceivableChanged changed) {
    Outcome before = known.getLast().outcome();
    Outcome after = Outcome.after(changed, before);
    if (!after.equals(before)) {
      known.add(new Known(changed.recordedAt(), after));
    }
  }

  public InvoiceId id() {
    return invoice.id();
  }

  public CustomerId customer() {
    return invoice.customer();
  }

  public LocalDate issuedOn() {
    return invoice.issuedOn();
  }

  public LocalDate dueOn() {
    return invoice.dueOn();
  }

  public Invoice invoice() {
    return invoice;
  }

  /** The day on which it became known. */
  public LocalDate knownOn() {
    return knownOn;
  }

  /** Days past due of the customer's latest payments before it; the oldest first. */
  public List<Integer> pastDaysPastDue() {
    return past;
  }

  public FeatureVector features() {
    return features;
  }

  /** What the rule without a model said. */
  public Prediction baseline() {
    return baseline;
  }

  /** What was known just before a moment; null if the invoice itself was not. */
  public @Nullable Outcome outcomeBefore(Instant moment) {
    for (int i = known.size() - 1; i >= 0; i--) {
      if (known.get(i).recordedAt().isBefore(moment)) {
        return known.get(i).outcome();
      }
    }
    return null;
  }
}
