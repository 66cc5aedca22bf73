package io.duecast.risk;

import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.ReceivableChanged;

/** Assesses an invoice when it is issued. */
public final class Assessor {
  private final FeatureSet featureSet;
  private final BandLimits limits;

  public Assessor(FeatureSet featureSet, BandLimits limits) {
    this.featureSet = featureSet;
    this.limits = limits;
  }

  /**
   * The assessment of record.
   *
   * @param opened the change that opened the invoice
   * @param in what was known before it
   */
  public RiskAssessed assess(
      ReceivableChanged opened, FeatureInput in, Scorer scorer, Portfolio portfolio) {
    FeatureVector features = featureSet.valuesOf(in);
    Prediction prediction = scorer.predict(in, features, portfolio);
    Invoice invoice = in.invoice();
    return new RiskAssessed(
        opened.cause() + ":" + AssessmentTrigger.ISSUED,
        invoice.id(),
        invoice.customer(),
        AssessmentTrigger.ISSUED,
        scorer.modelId(),
        scorer.role(),
        prediction.probabilityLate(),
        prediction.interval(),
        prediction.byBucket(),
        prediction.expectedPayment(),
        null,
        limits.band(prediction.probabilityLate()),
        in.profile().segment(),
        prediction.reasons(),
        featureSet.fingerprint(),
        features.asMap(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.payable(),
        opened.cause(),
        invoice.sourceRow(),
        opened.recordedAt(),
        opened.replayed());
  }
}
