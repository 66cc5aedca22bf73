package io.duecast.wire;

import static io.duecast.wire.Topic.Spread.BY_CUSTOMER;
import static io.duecast.wire.Topic.Spread.ONE;
import static io.duecast.wire.codec.Trust.OURS;
import static io.duecast.wire.codec.Trust.OUTSIDE;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.PolicyActivated;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.ReminderStop;
import io.duecast.forecast.CashStatement;
import io.duecast.health.ModelHealth;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.insight.PortfolioDay;
import io.duecast.label.LabelledInvoice;
import io.duecast.receivable.BuyerResponded;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.DisputeOpened;
import io.duecast.receivable.DisputeResolved;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.release.ModelReleased;
import io.duecast.reserve.ReservePosition;
import io.duecast.risk.HighRiskInvoice;
import io.duecast.risk.RiskAssessed;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentTrend;
import io.duecast.wire.codec.Trust;
import java.util.List;
import java.util.Map;

/**
 * All topics. Everything is kept for ever: a record's timestamp is when it was learned, so that
 * history would be gone within minutes under a retention of days.
 */
public final class Topics {
  public static final Topic<Fact> INVOICE_EVENTS =
      facts(
          "invoice-events",
          List.of(InvoiceIssued.class, InvoiceAmended.class, CreditApplied.class));
  public static final Topic<Fact> PAYMENT_EVENTS =
      facts("payment-events", List.of(PaymentReceived.class, PaymentSettled.class));
  public static final Topic<Fact> COLLECTIONS_EVENTS =
      facts(
          "collections-events",
          List.of(
              DisputeOpened.class,
              DisputeResolved.class,
              BuyerResponded.class,
              CollectionOutcome.class));

  /** Not compacted: an update is a patch, and history must replay. */
  public static final Topic<CustomerUpdated> CUSTOMER_EVENTS =
      one("customer-events", CustomerUpdated.class, TopicKey.CUSTOMER, BY_CUSTOMER, OUTSIDE);

  /** Every kind of fact and the days between, in the order in which history recorded them. */
  public static final Topic<Record> HISTORICAL_EVENTS = historical();

  /** Each day is written to every partition. */
  public static final Topic<DayOpened> BUSINESS_DAYS =
      one("business-days", DayOpened.class, TopicKey.DAY, BY_CUSTOMER, OUTSIDE);

  public static final Topic<EconomicIndicator> ECONOMIC_INDICATORS =
      one("economic-indicators", EconomicIndicator.class, TopicKey.SERIES, ONE, OUTSIDE);

  /**
   * Each customer's account line by line, what is known of the customer, and the days between, each
   * in every partition.
   */
  public static final Topic<Record> RECEIVABLES =
      new Topic<>(
          "receivables",
          Record.class,
          List.of(ReceivableChanged.class, CustomerUpdated.class, DayOpened.class),
          TopicKey.CUSTOMER,
          BY_CUSTOMER,
          OURS,
          keptForEver());

  public static final Topic<RiskAssessed> INVOICE_RISK =
      conclusion("invoice-risk", RiskAssessed.class);
  public static final Topic<HighRiskInvoice> HIGH_RISK_INVOICES =
      conclusion("high-risk-invoices", HighRiskInvoice.class);

  /**
   * What is learned from: an invoice as it was scored, and how it turned out. After the labels that
   * a day brings stands the day, in every partition.
   */
  public static final Topic<Record> LABELLED_INVOICES =
      new Topic<>(
          "labelled-invoices",
          Record.class,
          List.of(LabelledInvoice.class, DayOpened.class),
          TopicKey.CUSTOMER,
          BY_CUSTOMER,
          OURS,
          keptForEver());

  /** The files of trained models; each lies here before any release names it. */
  public static final Topic<ModelArtifact> MODEL_ARTIFACTS =
      one("model-artifacts", ModelArtifact.class, TopicKey.MODEL, ONE, OURS)
          .with("cleanup.policy", "compact")
          .with("max.message.bytes", "33554432");

  /** Which model is in charge since when, and why. */
  public static final Topic<ModelReleased> MODEL_RELEASES =
      one("model-releases", ModelReleased.class, TopicKey.MODEL, ONE, OURS);

  /** How each model does: of each window of invoices the latest that is known. */
  public static final Topic<ModelHealth> MODEL_HEALTH =
      one("model-health", ModelHealth.class, TopicKey.WINDOW, ONE, OURS)
          .with("cleanup.policy", "compact");

  /** What is owed at the end of each day, by currency, entity and segment, and what moved it. */
  public static final Topic<PortfolioDay> PORTFOLIO_DAYS =
      one("portfolio-days", PortfolioDay.class, TopicKey.GROUP_DAY, ONE, OURS);

  /** What of the receivables is not expected to come in, by group, at the end of each day. */
  public static final Topic<ReservePosition> RESERVE_POSITIONS =
      one("reserve-positions", ReservePosition.class, TopicKey.GROUP_DAY, ONE, OURS);

  /** What cash is to come week by week, and how good the forecasts were, each Monday. */
  public static final Topic<CashStatement> CASH_FORECASTS =
      one("cash-forecasts", CashStatement.class, TopicKey.CURRENCY_WEEK, ONE, OURS);

  /** Which policy of reminders is in force since when, and why. */
  public static final Topic<PolicyActivated> DUNNING_POLICIES =
      one("dunning-policies", PolicyActivated.class, TopicKey.POLICY, ONE, OURS);

  /** What is to be said to customers, and what is no longer to be said. */
  public static final Topic<Reminder> REMINDERS = conclusion("reminders", Reminder.class);

  /** What became of reminders on their way, and who is not to be reminded. */
  public static final Topic<Record> REMINDER_STATUS =
      new Topic<>(
          "reminder-status",
          Record.class,
          List.of(ReminderStatus.class, ReminderStop.class),
          TopicKey.CUSTOMER,
          BY_CUSTOMER,
          OUTSIDE,
          keptForEver());

  /** In which risk segment each customer is, why, and what is suggested. */
  public static final Topic<CustomerSegmented> CUSTOMER_SEGMENTS =
      conclusion("customer-segments", CustomerSegmented.class);

  /** Customers that depart from their own past, or from their peers. */
  public static final Topic<CustomerOutlier> CUSTOMER_OUTLIERS =
      conclusion("customer-outliers", CustomerOutlier.class);

  /** How much is late in each risk segment, week by week, and when that has changed. */
  public static final Topic<SegmentTrend> SEGMENT_TRENDS =
      one("segment-trends", SegmentTrend.class, TopicKey.SEGMENT_WEEK, ONE, OURS);

  /** Takes a record of the broker's usual greatest size and what is said about it. */
  public static final Topic<DeadLetter> DEAD_LETTERS =
      one("dead-letters", DeadLetter.class, TopicKey.PLACE, ONE, OURS)
          .with("max.message.bytes", "4194304");

  private static final List<Topic<?>> ALL =
      List.of(
          INVOICE_EVENTS,
          PAYMENT_EVENTS,
          CUSTOMER_EVENTS,
          COLLECTIONS_EVENTS,
          HISTORICAL_EVENTS,
          ECONOMIC_INDICATORS,
          BUSINESS_DAYS,
          RECEIVABLES,
          INVOICE_RISK,
          HIGH_RISK_INVOICES,
          LABELLED_INVOICES,
          MODEL_ARTIFACTS,
          MODEL_RELEASES,
          MODEL_HEALTH,
          PORTFOLIO_DAYS,
          RESERVE_POSITIONS,
          CASH_FORECASTS,
          DUNNING_POLICIES,
          REMINDERS,
          REMINDER_STATUS,
          CUSTOMER_SEGMENTS,
          CUSTOMER_OUTLIERS,
          SEGMENT_TRENDS,
          DEAD_LETTERS);

  private Topics() {}

  public static List<Topic<?>> all() {
    return ALL;
  }

  /** The topics under the names that an installation gives them, e.g. {@code named("prod.")}. */
  public static NamedTopics named(String prefix) {
    return new NamedTopics(prefix);
  }

  private static Topic<Fact> facts(String name, List<Class<? extends Fact>> types) {
    return new Topic<>(
        name, Fact.class, types, TopicKey.CUSTOMER, BY_CUSTOMER, OUTSIDE, keptForEver());
  }

  private static Topic<Record> historical() {
    List<Class<? extends Record>> types =
        List.of(
            InvoiceIssued.class,
            InvoiceAmended.class,
            CreditApplied.class,
            PaymentReceived.class,
            PaymentSettled.class,
            DisputeOpened.class,
            DisputeResolved.class,
            BuyerResponded.class,
            CollectionOutcome.class,
            CustomerUpdated.class,
            DayOpened.class);
    return new Topic<>(
        "historical-events",
        Record.class,
        types,
        TopicKey.CUSTOMER,
        BY_CUSTOMER,
        OUTSIDE,
        keptForEver());
  }

  private static <V> Topic<V> conclusion(String name, Class<V> type) {
    return one(name, type, TopicKey.CUSTOMER, BY_CUSTOMER, OURS);
  }

  private static <V> Topic<V> one(
      String name, Class<V> type, TopicKey key, Topic.Spread spread, Trust trust) {
    return new Topic<>(name, type, List.of(type), key, spread, trust, keptForEver());
  }

  private static Map<String, String> keptForEver() {
    return Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
  }
}
