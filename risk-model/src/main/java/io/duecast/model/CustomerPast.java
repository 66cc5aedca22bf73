package io.duecast.model;

import io.duecast.feature.Feature;
import io.duecast.feature.FeatureVector;

/**
 * What a customer's payments so far say of the day of the next one.
 *
 * @param paid invoices paid before
 * @param meanDaysPastDue of those; not looked at if there are none
 */
public record CustomerPast(int paid, double meanDaysPastDue) {
  /** So many invoices weigh as much as all other customers together. */
  private static final double WEIGHT_OF_ALL = 3;

  /** As it was served: a number that is missing is no past. */
  public static CustomerPast of(FeatureVector features) {
    return of(features.number(Feature.PRIOR_SETTLED), features.number(Feature.MEAN_DAYS_PAST_DUE));
  }

  /**
   * The same.
   *
   * @param priorSettled the value of that feature; NaN if it is missing
   * @param meanDaysPastDue likewise
   */
  public static CustomerPast of(double priorSettled, double meanDaysPastDue) {
    return Double.isNaN(priorSettled) || Double.isNaN(meanDaysPastDue)
        ? new CustomerPast(0, 0)
        : new CustomerPast((int) priorSettled, meanDaysPastDue);
  }

  public HistoryLength length() {
    return HistoryLength.of(paid);
  }

  /** The days past due on which the customer usually pays, shrunk to those of all customers. */
  public int usualDay(int ofAll) {
    return (int)
        Math.round((paid * meanDaysPastDue + WEIGHT_OF_ALL * ofAll) / (paid + WEIGHT_OF_ALL));
  }
}
