package io.duecast.model;

import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureSet;
import io.duecast.feature.FeatureVector;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.Portfolio;
import io.duecast.risk.Prediction;
import io.duecast.risk.Scorer;
import io.duecast.risk.ScorerRole;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Scores with a trained model. It reads vectors of any feature set, by key; one set's places are
 * looked up once. Any number of threads may score at once.
 */
public final class ModelScorer implements Scorer {
  private final String modelId;
  private final ScorerRole role;
  private final RiskModel model;
  private volatile @Nullable FeatureRows rows;

  /**
   * @param modelId as {@link ModelFile#id} says
   */
  public ModelScorer(String modelId, ScorerRole role, RiskModel model) {
    this.modelId = modelId;
    this.role = role;
    this.model = model;
  }

  /**
   * The scorer in a file.
   *
   * @throws RefusedModelException if the bytes are no model that this version can read
   */
  public static ModelScorer of(byte[] file, ScorerRole role) {
    RiskModel model = ModelFile.read(file);
    return new ModelScorer(ModelFile.id(file), role, model);
  }

  @Override
  public String modelId() {
    return modelId;
  }

  @Override
  public ScorerRole role() {
    return role;
  }

  /** The same model in another role. */
  public ModelScorer as(ScorerRole other) {
    return new ModelScorer(modelId, other, model);
  }

  public RiskModel model() {
    return model;
  }

  @Override
  public Prediction predict(FeatureInput in, FeatureVector features, Portfolio portfolio) {
    double[] row = row(features);
    Horizon first = model.chain().first();
    double vote = first.forest().score(row);
    SettlementCurve curve = model.chain().curve(row, vote);
    return new Prediction(
        curve.probabilityLate(),
        first.calibration().interval(vote),
        curve.byBucket(),
        expected(in, features, row),
        Reasons.of(first, row, vote));
  }

  /** The values of a vector as the model's forests take them. */
  public double[] row(FeatureVector features) {
    FeatureRows known = rows;
    FeatureSet set = features.set();
    if (known == null || !known.reads(set)) {
      known = new FeatureRows(model.chain().features(), set);
      rows = known;
    }
    return known.row(features);
  }

  private ExpectedPayment expected(FeatureInput in, FeatureVector features, double[] row) {
    PaymentDays.Days days = model.days().of(row, CustomerPast.of(features));
    return new ExpectedPayment(
        day(in, days.expected()), day(in, days.earliest()), day(in, days.latest()));
  }

  /** Never before the day on which the invoice became known: it was open then. */
  private static LocalDate day(FeatureInput in, int daysPastDue) {
    LocalDate day = in.invoice().dueOn().plusDays(daysPastDue);
    return day.isBefore(in.asOf()) ? in.asOf() : day;
  }
}
