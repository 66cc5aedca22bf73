package io.duecast.risk;

import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import io.duecast.receivable.Change;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.ReceivableChanged;

/** Assesses an invoice when it is issued, or changed. */
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
   * @param changed the change that opened or amended the invoice
   * @param in what was known before it
   * @param features made of {@code in}
   */
  public RiskAssessed assess(
      ReceivableChanged changed,
      FeatureInput in,
      FeatureVector features,
      Scorer scorer,
      Portfolio portfolio) {
    Prediction prediction = scorer.predict(in, features, portfolio);
    Invoice invoice = in.invoice();
    boolean isNew = changed.change() instanceof Change.Opened;
    AssessmentTrigger trigger = isNew ? AssessmentTrigger.ISSUED : AssessmentTrigger.AMENDED;
    return new RiskAssessed(
        id(changed, trigger, scorer.role()),
        invoice.id(),
        invoice.customer(),
        trigger,
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
        isNew ? invoice.payable() : changed.after().balance(),
        changed.cause(),
        invoice.sourceRow(),
        changed.recordedAt(),
        changed.replayed());
  }

  /**
   * That of record has its cause and its trigger, a later one its change: one cause may bring
   * several. A silent one says so.
   */
  private static String id(ReceivableChanged cause, AssessmentTrigger trigger, ScorerRole role) {
    boolean isNew = trigger == AssessmentTrigger.ISSUED;
    String id = (isNew ? cause.cause().value() : cause.changeId()) + ":" + trigger;
    return role == ScorerRole.SHADOW ? id + ":" + role : id;
  }
}
