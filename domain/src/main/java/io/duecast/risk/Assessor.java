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

  /** What is known before the invoice, as every scorer of it is served. */
  public FeatureVector features(FeatureInput in) {
    return featureSet.valuesOf(in);
  }

  /**
   * What a scorer says of an invoice.
   *
   * @param opened the change that opened the invoice
   * @param in what was known before it
   * @param features made of {@code in}
   */
  public RiskAssessed assess(
      ReceivableChanged opened,
      FeatureInput in,
      FeatureVector features,
      Scorer scorer,
      Portfolio portfolio) {
    Prediction prediction = scorer.predict(in, features, portfolio);
    Invoice invoice = in.invoice();
    return new RiskAssessed(
        id(opened, AssessmentTrigger.ISSUED, scorer.role()),
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

  /** That of record has its cause and its trigger; a silent one says so. */
  private static String id(ReceivableChanged cause, AssessmentTrigger trigger, ScorerRole role) {
    String id = cause.cause() + ":" + trigger;
    return role == ScorerRole.SHADOW ? id + ":" + role : id;
  }
}
