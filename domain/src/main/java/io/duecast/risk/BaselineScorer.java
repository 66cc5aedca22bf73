package io.duecast.risk;

import io.duecast.feature.Feature;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureVector;
import io.duecast.history.PaymentHistory;
import io.duecast.history.SettleTally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Scores before there is a model: the customer's own late ratio, shrunk to its segment's, and that
 * to the portfolio's. A customer without a history is as its segment is.
 */
public final class BaselineScorer implements Scorer {
  /** The id of this rule and its constants; another rule is another id. */
  public static final String MODEL_ID = "baseline-1";

  /** Before any invoice is paid: one in five late, worth five invoices. */
  private static final double FIRST_GUESS = 0.2;

  private static final double FIRST_GUESS_WEIGHT = 5;
  private static final double SEGMENT_WEIGHT = 20;
  private static final double CUSTOMER_WEIGHT = 10;

  /** How the late ones spread over the buckets before any is seen, worth ten invoices. */
  private static final double[] FIRST_SPREAD = {7, 1.5, 0.7, 0.8};

  private static final double FIRST_SPREAD_WEIGHT = 10;

  /** A tenth of a normal distribution lies beyond so many deviations. */
  private static final double TENTH = 1.2816;

  private static final double FIRST_DEVIATION_DAYS = 10;

  @Override
  public String modelId() {
    return MODEL_ID;
  }

  @Override
  public ScorerRole role() {
    return ScorerRole.BASELINE;
  }

  @Override
  public Prediction predict(FeatureInput in, FeatureVector features, Portfolio portfolio) {
    PaymentHistory prior = in.prior();
    int known = prior.knownOutcomes(in.asOf(), in.policy());
    int late = prior.knownLate(in.asOf(), in.policy());
    PortfolioTally all = portfolio.all();
    PortfolioTally segment = portfolio.segment();
    double ofAll = shrunk(all.late(), all.paid(), FIRST_GUESS, FIRST_GUESS_WEIGHT);
    double ofSegment = shrunk(segment.late(), segment.paid(), ofAll, SEGMENT_WEIGHT);
    double ofCustomer = shrunk(late, known, ofSegment, CUSTOMER_WEIGHT);
    return new Prediction(
        ofCustomer,
        interval(ofCustomer, known + CUSTOMER_WEIGHT),
        byBucket(ofCustomer, all),
        expected(in, all),
        reasons(features, ofAll, ofSegment, ofCustomer, known));
  }

  private static double shrunk(long hits, long trials, double towards, double weight) {
    return ((double) hits + weight * towards) / (trials + weight);
  }

  private static Interval interval(double p, double weight) {
    double reach = TENTH * Math.sqrt(p * (1 - p) / (weight + 1));
    return new Interval(Math.max(0, p - reach), Math.min(1, p + reach));
  }

  private static AgingProbabilities byBucket(double late, PortfolioTally all) {
    double weight = all.late() + FIRST_SPREAD_WEIGHT;
    double first = late * (all.late1To30() + FIRST_SPREAD[0]) / weight;
    double second = late * (all.late31To60() + FIRST_SPREAD[1]) / weight;
    double third = late * (all.late61To90() + FIRST_SPREAD[2]) / weight;
    double last = Math.max(0, late - first - second - third);
    return new AgingProbabilities(1 - first - second - third - last, first, second, third, last);
  }

  private static ExpectedPayment expected(FeatureInput in, PortfolioTally all) {
    SettleTally settled = in.prior().settled();
    double ofAll = all.paid() == 0 ? 0 : (double) all.daysPastDue() / all.paid();
    double mean = shrunk(settled.daysPastDue(), settled.invoices(), ofAll, CUSTOMER_WEIGHT);
    double squares =
        all.paid() == 0
            ? FIRST_DEVIATION_DAYS * FIRST_DEVIATION_DAYS
            : (double) all.squaredDaysPastDue() / all.paid() - ofAll * ofAll;
    double variance = shrunkVariance(settled, squares);
    long reach = Math.round(TENTH * Math.sqrt(Math.max(0, variance)));
    LocalDate on = in.invoice().dueOn().plusDays(Math.round(mean));
    return new ExpectedPayment(on, on.minusDays(reach), on.plusDays(reach));
  }

  private static double shrunkVariance(SettleTally settled, double towards) {
    int invoices = settled.invoices();
    double mean = invoices == 0 ? 0 : settled.meanDaysPastDue();
    double squares = settled.squaredDaysPastDue() - invoices * mean * mean;
    return (squares + CUSTOMER_WEIGHT * towards) / (invoices + CUSTOMER_WEIGHT);
  }

  private static List<Reason> reasons(
      FeatureVector features, double ofAll, double ofSegment, double ofCustomer, int known) {
    List<Reason> reasons = new ArrayList<>();
    if (known > 0) {
      reasons.add(
          reason(
              features, Feature.KNOWN_LATE_RATIO, ofCustomer - ofSegment, "customer-late-ratio"));
    } else {
      reasons.add(reason(features, Feature.PRIOR_SETTLED, 0, "no-history"));
    }
    if (ofSegment != ofAll) {
      reasons.add(
          new Reason(
              Feature.SEGMENT.key(), ofSegment, null, ofSegment - ofAll, "segment-late-ratio"));
    }
    reasons.sort(Comparator.comparingDouble((Reason it) -> -Math.abs(it.contribution())));
    return reasons;
  }

  private static Reason reason(
      FeatureVector features, Feature feature, double contribution, String textKey) {
    return new Reason(feature.key(), features.number(feature), null, contribution, textKey);
  }
}
