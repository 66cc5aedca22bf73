package io.duecast.model;

import io.duecast.feature.Feature;
import java.util.HashMap;
import java.util.Map;

/**
 * Features that tell a person the same thing: their contributions are given as one reason. A column
 * of the company's own is a group by itself.
 */
enum ReasonGroup {
  INVOICE,
  CALENDAR,
  CUSTOM,
  PAYMENTS,
  DEBTS,
  DISPUTES,
  CONTACTS,
  CUSTOMER;

  private static final Map<String, ReasonGroup> BY_KEY = new HashMap<>();

  static {
    for (Feature feature : Feature.values()) {
      BY_KEY.put(feature.key(), of(feature));
    }
  }

  /** The name of the group of a feature. */
  static String of(String key) {
    ReasonGroup group = BY_KEY.get(key);
    return group == null ? key : group.name();
  }

  private static ReasonGroup of(Feature feature) {
    return switch (feature) {
      case AMOUNT_PAYABLE,
          TERM_DAYS,
          DAYS_UNTIL_DUE,
          DISCOUNT_PERCENT,
          INSTALMENTS,
          BATCH_POSITION,
          DOCUMENT_TYPE,
          CURRENCY,
          PAYMENT_MEANS,
          SELLER_ENTITY,
          DELIVERY_CHANNEL ->
          INVOICE;
      case ISSUE_MONTH, ISSUE_DAY, ISSUE_WEEKDAY, DUE_MONTH, DUE_DAY, DUE_WEEKDAY -> CALENDAR;
      case PRIOR_INVOICES,
          TENURE_DAYS,
          DAYS_SINCE_INVOICE,
          INVOICES_90,
          AMOUNT_TO_MEAN,
          TERM_TO_MEAN ->
          CUSTOM;
      case PRIOR_SETTLED,
          PRIOR_LATE_RATIO,
          MEAN_DAYS_PAST_DUE,
          SD_DAYS_PAST_DUE,
          LAST_DAYS_PAST_DUE,
          LATE_RATIO_5,
          LATE_RATIO_20,
          MEAN_DAYS_5,
          MEAN_DAYS_20,
          WEIGHTED_LATE_RATIO,
          LATE_RATIO_90,
          WORST_DAYS_90,
          MEAN_DAYS_TO_PAY,
          DAYS_SINCE_PAYMENT,
          PART_PAYMENTS,
          KNOWN_LATE_RATIO ->
          PAYMENTS;
      case OPEN_INVOICES,
          OPEN_AMOUNT,
          OVERDUE_INVOICES,
          OVERDUE_AMOUNT,
          OVERDUE_SHARE,
          OLDEST_OVERDUE_DAYS,
          OPEN_TO_LIMIT,
          WRITTEN_OFF ->
          DEBTS;
      case DISPUTES, DISPUTES_OPEN, DISPUTE_SHARE, DISPUTE_DAYS -> DISPUTES;
      case PROMISES,
          PROMISE_KEPT_RATIO,
          DAYS_SINCE_PROMISE,
          CONTACTS,
          FAILED_CONTACT_RATIO,
          DAYS_SINCE_CONTACT ->
          CONTACTS;
      case DAYS_SINCE_REGISTRATION,
          DIRECT_DEBIT,
          PARTY_TYPE,
          COUNTRY,
          INDUSTRY,
          SIZE_CLASS,
          SEGMENT,
          RATING,
          PREFERRED_MEANS ->
          CUSTOMER;
    };
  }
}
