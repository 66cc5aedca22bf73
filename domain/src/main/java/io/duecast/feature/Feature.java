package io.duecast.feature;

import static io.duecast.feature.FeatureFunctions.amount;
import static io.duecast.feature.FeatureFunctions.amountToMean;
import static io.duecast.feature.FeatureFunctions.currency;
import static io.duecast.feature.FeatureFunctions.days;
import static io.duecast.feature.FeatureFunctions.flag;
import static io.duecast.feature.FeatureFunctions.lateRatioOfLast;
import static io.duecast.feature.FeatureFunctions.meanDaysOfLast;
import static io.duecast.feature.FeatureFunctions.openAmount;
import static io.duecast.feature.FeatureFunctions.overdueAmount;
import static io.duecast.feature.FeatureFunctions.ratio;
import static io.duecast.feature.FeatureFunctions.weightedLateRatio;
import static io.duecast.feature.FeatureFunctions.worstOverdueDays;
import static io.duecast.feature.Unit.AMOUNT;
import static io.duecast.feature.Unit.CALENDAR;
import static io.duecast.feature.Unit.CATEGORY;
import static io.duecast.feature.Unit.COUNT;
import static io.duecast.feature.Unit.DAYS;
import static io.duecast.feature.Unit.FLAG;
import static io.duecast.feature.Unit.RATIO;

import com.google.errorprone.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * What a score is computed from. A missing value is NaN, or null for a category; never 0 or -1. A
 * meaning is never edited: a changed one is another constant, with {@code _V2}.
 */
public enum Feature {
  // The invoice.
  AMOUNT_PAYABLE("amount", AMOUNT, "Payable amount.", in -> amount(in)),
  TERM_DAYS("term_days", DAYS, "Days from issue to due date.", in -> in.invoice().termDays()),
  ISSUE_MONTH(
      "issue_month",
      CALENDAR,
      "Month of issue, 1 to 12.",
      in -> in.invoice().issuedOn().getMonthValue()),
  ISSUE_DAY(
      "issue_day",
      CALENDAR,
      "Day of month of issue.",
      in -> in.invoice().issuedOn().getDayOfMonth()),
  ISSUE_WEEKDAY(
      "issue_weekday",
      CALENDAR,
      "Weekday of issue, Monday = 1.",
      in -> in.invoice().issuedOn().getDayOfWeek().getValue()),
  DUE_MONTH(
      "due_month",
      CALENDAR,
      "Month of the due date, 1 to 12.",
      in -> in.invoice().dueOn().getMonthValue()),
  DUE_DAY(
      "due_day",
      CALENDAR,
      "Day of month of the due date.",
      in -> in.invoice().dueOn().getDayOfMonth()),
  DUE_WEEKDAY(
      "due_weekday",
      CALENDAR,
      "Weekday of the due date, Monday = 1.",
      in -> in.invoice().dueOn().getDayOfWeek().getValue()),
  DAYS_UNTIL_DUE(
      "days_until_due",
      DAYS,
      "Days from the day it became known to the due date.",
      in -> days(in.asOf(), in.invoice().dueOn())),
  DISCOUNT_PERCENT(
      "discount_percent",
      RATIO,
      "Highest discount offered for paying early, in percent of the amount; 0 without.",
      in -> FeatureFunctions.highestDiscount(in)),
  INSTALMENTS(
      "instalments", COUNT, "Instalments agreed; 0 for none.", in -> in.invoice().instalments()),
  BATCH_POSITION(
      "batch_position",
      COUNT,
      "Invoices that the customer got earlier on the same day.",
      in -> in.prior().issued().on(in.invoice().issuedOn())),
  DOCUMENT_TYPE("document_type", "Type of document.", in -> in.invoice().documentType().name()),
  CURRENCY("currency", "Currency of the invoice.", in -> currency(in)),
  PAYMENT_MEANS(
      "payment_means",
      "Means of payment on the invoice, UNTDID 4461.",
      in -> in.invoice().paymentMeansCode()),
  SELLER_ENTITY("seller_entity", "Legal entity that sells.", in -> in.invoice().sellerEntity()),
  DELIVERY_CHANNEL(
      "delivery_channel",
      "How the invoice reached the customer.",
      in -> in.invoice().deliveryChannel()),

  // What the customer got before.
  PRIOR_INVOICES(
      "prior_invoices", COUNT, "Invoices issued before.", in -> in.prior().issued().invoices()),
  TENURE_DAYS(
      "tenure_days",
      DAYS,
      "Days since the customer's first invoice; NaN before it.",
      in -> days(in.prior().issued().firstOn(), in.asOf())),
  DAYS_SINCE_INVOICE(
      "days_since_invoice",
      DAYS,
      "Days since the customer's latest invoice; NaN before the first.",
      in -> days(in.prior().issued().lastOn(), in.asOf())),
  INVOICES_90(
      "invoices_90",
      COUNT,
      "Invoices issued in the last 90 days.",
      in -> in.prior().issued().lately(in.asOf())),
  AMOUNT_TO_MEAN(
      "amount_to_mean",
      RATIO,
      "Amount over the mean of the customer's earlier invoices in the currency; NaN before the"
          + " first.",
      in -> amountToMean(in)),
  TERM_TO_MEAN(
      "term_to_mean",
      DAYS,
      "Term less the mean term of the customer's earlier invoices; NaN before the first.",
      in ->
          in.invoice().termDays()
              - ratio((double) in.prior().issued().termDays(), in.prior().issued().invoices())),

  // How the customer paid before.
  PRIOR_SETTLED(
      "prior_settled", COUNT, "Invoices paid before.", in -> in.prior().settled().invoices()),
  PRIOR_LATE_RATIO(
      "prior_late_ratio",
      RATIO,
      "Share of paid invoices that were late; NaN before the first.",
      in -> in.prior().settled().lateRatio()),
  MEAN_DAYS_PAST_DUE(
      "mean_days_past_due",
      DAYS,
      "Mean days past due of paid invoices; early counts negative; NaN before the first.",
      in -> in.prior().settled().meanDaysPastDue()),
  SD_DAYS_PAST_DUE(
      "sd_days_past_due",
      DAYS,
      "Standard deviation of the days past due of paid invoices; NaN before the second.",
      in -> in.prior().settled().deviationOfDaysPastDue()),
  LAST_DAYS_PAST_DUE(
      "last_days_past_due",
      DAYS,
      "Days past due of the last paid invoice; NaN before it.",
      in -> meanDaysOfLast(in, 1)),
  LATE_RATIO_5(
      "late_ratio_5",
      RATIO,
      "Share late of the last 5 paid; NaN before the first.",
      in -> lateRatioOfLast(in, 5)),
  LATE_RATIO_20(
      "late_ratio_20",
      RATIO,
      "Share late of the last 20 paid; NaN before the first.",
      in -> lateRatioOfLast(in, 20)),
  MEAN_DAYS_5(
      "mean_days_past_due_5",
      DAYS,
      "Mean days past due of the last 5 paid; NaN before the first.",
      in -> meanDaysOfLast(in, 5)),
  MEAN_DAYS_20(
      "mean_days_past_due_20",
      DAYS,
      "Mean days past due of the last 20 paid; NaN before the first.",
      in -> meanDaysOfLast(in, 20)),
  WEIGHTED_LATE_RATIO(
      "weighted_late_ratio",
      RATIO,
      "Share late of the last 20 paid, each weighing 0.8 of the next; NaN before the first.",
      in -> weightedLateRatio(in)),
  LATE_RATIO_90(
      "late_ratio_90",
      RATIO,
      "Share late of those paid in the last 90 days; NaN if none was.",
      in -> in.prior().settled().lateRatioLately(in.asOf())),
  WORST_DAYS_90(
      "worst_days_past_due_90",
      DAYS,
      "Worst days past due of those paid in the last 90 days; NaN if none was. One taken back"
          + " still counts as long as others were paid on its day.",
      in -> in.prior().settled().worstLately(in.asOf())),
  MEAN_DAYS_TO_PAY(
      "mean_days_to_pay",
      DAYS,
      "Mean days from issue to payment; NaN before the first.",
      in -> in.prior().settled().meanDaysToPay()),
  DAYS_SINCE_PAYMENT(
      "days_since_payment",
      DAYS,
      "Days since the value date of the customer's latest payment, taken back or not; NaN before"
          + " the first.",
      in -> days(in.prior().lastPaymentOn(), in.asOf())),
  PART_PAYMENTS(
      "part_payments",
      COUNT,
      "Payments that left something to pay.",
      in -> in.prior().lost().partPayments()),

  // What the customer owes.
  OPEN_INVOICES("open_invoices", COUNT, "Open invoices.", in -> in.prior().open().invoices()),
  OPEN_AMOUNT(
      "open_amount",
      AMOUNT,
      "Open amount in the invoice's currency; NaN if that is unknown.",
      in -> openAmount(in)),
  OPEN_DUE_SAME_DAY(
      "open_due_same_day",
      COUNT,
      "Open invoices due on the day on which this one is.",
      in -> in.prior().open().dueOn(in.invoice().dueOn())),
  OVERDUE_INVOICES(
      "overdue_invoices",
      COUNT,
      "Open invoices past their due date.",
      in -> in.prior().open().dueBefore(in.asOf())),
  OVERDUE_AMOUNT(
      "overdue_amount",
      AMOUNT,
      "Open amount past its due date in the invoice's currency; NaN if that is unknown.",
      in -> overdueAmount(in)),
  OVERDUE_SHARE(
      "overdue_share",
      RATIO,
      "Share of the open invoices that are past due; NaN if none is open.",
      in -> ratio(in.prior().open().dueBefore(in.asOf()), in.prior().open().invoices())),
  OLDEST_OVERDUE_DAYS(
      "oldest_overdue_days",
      DAYS,
      "Days past due of the oldest open invoice; 0 if none is.",
      in -> worstOverdueDays(in)),
  KNOWN_LATE_RATIO(
      "known_late_ratio",
      RATIO,
      "(late paid + written off + overdue beyond grace) / (paid + written off + overdue beyond"
          + " grace); NaN before the first.",
      in ->
          ratio(
              in.prior().knownLate(in.asOf(), in.policy()),
              in.prior().knownOutcomes(in.asOf(), in.policy()))),
  OPEN_TO_LIMIT(
      "open_to_limit",
      RATIO,
      "Open amount with this invoice over the credit limit; NaN without a limit in the currency.",
      in -> FeatureFunctions.openToLimit(in)),
  WRITTEN_OFF("written_off", COUNT, "Invoices written off.", in -> in.prior().lost().writtenOff()),

  // What it took.
  DISPUTES("disputes", COUNT, "Disputes opened.", in -> in.prior().care().disputes()),
  DISPUTES_OPEN(
      "disputes_open", COUNT, "Disputes still open.", in -> in.prior().care().disputesOpen()),
  DISPUTE_SHARE(
      "dispute_share",
      RATIO,
      "Disputes over invoices issued before; NaN before the first invoice.",
      in -> ratio(in.prior().care().disputes(), in.prior().issued().invoices())),
  DISPUTE_DAYS(
      "mean_dispute_days",
      DAYS,
      "Mean days that a dispute took; NaN before the first ended.",
      in -> in.prior().care().meanDisputeDays()),
  PROMISES("promises", COUNT, "Promises to pay.", in -> in.prior().care().promises()),
  PROMISE_KEPT_RATIO(
      "promise_kept_ratio",
      RATIO,
      "Share of ended promises that were kept; NaN before the first.",
      in -> in.prior().care().keptRatio()),
  DAYS_SINCE_PROMISE(
      "days_since_promise",
      DAYS,
      "Days since the last promise; NaN before it.",
      in -> days(in.prior().care().lastPromiseOn(), in.asOf())),
  CONTACTS(
      "contacts", COUNT, "Contacts by the collections team.", in -> in.prior().care().contacts()),
  FAILED_CONTACT_RATIO(
      "failed_contact_ratio",
      RATIO,
      "Share of contacts without an answer or with the wrong person; NaN before the first.",
      in -> ratio(in.prior().care().failedContacts(), in.prior().care().contacts())),
  DAYS_SINCE_CONTACT(
      "days_since_contact",
      DAYS,
      "Days since the last contact; NaN before it.",
      in -> days(in.prior().care().lastContactOn(), in.asOf())),

  // Who the customer is.
  DAYS_SINCE_REGISTRATION(
      "days_since_registration",
      DAYS,
      "Days since the customer was registered; NaN if unknown.",
      in -> days(in.profile().registeredOn(), in.asOf())),
  DIRECT_DEBIT(
      "direct_debit",
      FLAG,
      "Whether there is a direct-debit mandate; NaN if unknown.",
      in -> flag(in.profile().directDebitMandate())),
  PARTY_TYPE(
      "party_type",
      "Company, sole trader, person or public body.",
      in -> in.profile().partyType() == null ? null : in.profile().partyType().name()),
  COUNTRY("country", "Country of the customer.", in -> in.profile().country()),
  INDUSTRY("industry", "Industry of the customer.", in -> in.profile().industryCode()),
  SIZE_CLASS("size_class", "Size class of the customer.", in -> in.profile().sizeClass()),
  SEGMENT("segment", "The company's own segment of the customer.", in -> in.profile().segment()),
  RATING("rating", "Rating of the customer.", in -> in.profile().rating()),
  PREFERRED_MEANS(
      "preferred_means",
      "Means of payment that the customer prefers, UNTDID 4461.",
      in -> in.profile().preferredPaymentMeans());

  private final String key;
  private final Unit unit;
  private final String meaning;
  private final @Nullable NumberOf number;
  private final @Nullable CategoryOf category;

  Feature(String key, Unit unit, String meaning, NumberOf number) {
    this.key = key;
    this.unit = unit;
    this.meaning = meaning;
    this.number = number;
    this.category = null;
  }

  Feature(String key, String meaning, CategoryOf category) {
    this.key = key;
    this.unit = CATEGORY;
    this.meaning = meaning;
    this.number = null;
    this.category = category;
  }

  /** The name on the wire and in reports. */
  public String key() {
    return key;
  }

  public Unit unit() {
    return unit;
  }

  /** One sentence, with what missing means. */
  public String meaning() {
    return meaning;
  }

  public boolean isCategory() {
    return category != null;
  }

  /** The value of a number; NaN if it is missing, or if this is a category. */
  public double number(FeatureInput in) {
    return number == null ? Double.NaN : number.of(in);
  }

  /** The value of a category; null if it is missing, or if this is a number. */
  public @Nullable String category(FeatureInput in) {
    return category == null ? null : category.of(in);
  }

  @Immutable
  private interface NumberOf {
    double of(FeatureInput in);
  }

  @Immutable
  private interface CategoryOf {
    @Nullable String of(FeatureInput in);
  }
}
