package io.duecast.wire;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.PolicyActivated;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.ReminderStop;
import io.duecast.forecast.CashStatement;
import io.duecast.health.ModelHealth;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.insight.PortfolioDay;
import io.duecast.label.LabelledInvoice;
import io.duecast.receivable.Fact;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.release.ModelReleased;
import io.duecast.reserve.ReservePosition;
import io.duecast.risk.HighRiskInvoice;
import io.duecast.risk.RiskAssessed;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.SegmentTrend;
import java.util.Optional;

/** What the keys of a topic are; always UTF-8 text. */
public enum TopicKey {
  /** The party that is expected to pay; for a day, which is everybody's, the day. */
  CUSTOMER("the customer"),
  /** The day, as {@code 2026-03-02}. */
  DAY("the day"),
  /** The id of a trained model. */
  MODEL("the model"),
  /** The id of a trained model, and the name of a window of invoices. */
  WINDOW("the model and the window"),
  /** The name of a policy. */
  POLICY("the policy"),
  /** The name of a series of figures. */
  SERIES("the series"),
  /** A currency, an entity of the company, a segment and a day. */
  GROUP_DAY("the group and the day"),
  /** One currency in one week. */
  CURRENCY_WEEK("the currency and the Monday"),
  /** A risk segment, and the Monday of a week. */
  SEGMENT_WEEK("the risk segment and the week"),
  /** Where the refused record stood: topic, partition and offset. */
  PLACE("topic/partition/offset of the refused record");

  private final String meaning;

  TopicKey(String meaning) {
    this.meaning = meaning;
  }

  public String meaning() {
    return meaning;
  }

  /**
   * The key of any value that lies on a topic.
   *
   * @throws IllegalArgumentException if it lies on none
   */
  public static String of(Object value) {
    return customerOf(value)
        .map(CustomerId::value)
        .orElseGet(
            () ->
                switch (value) {
                  case DayOpened day -> day.date().toString();
                  case EconomicIndicator indicator -> indicator.series();
                  case ModelArtifact artifact -> artifact.modelId();
                  case ModelReleased released -> released.modelId();
                  case ModelHealth health -> health.modelId() + ":" + health.window();
                  case PortfolioDay day -> day.dayId();
                  case ReservePosition position -> position.positionId();
                  case CashStatement statement -> statement.statementId();
                  case SegmentTrend trend -> trend.trendId();
                  case PolicyActivated activated -> activated.policy().name();
                  case DeadLetter letter -> letter.id();
                  default -> throw new IllegalArgumentException(value.getClass() + " has no topic");
                });
  }

  /** The customer that a value is about; empty if it is about none. */
  public static Optional<CustomerId> customerOf(Object value) {
    return switch (value) {
      case Fact fact -> Optional.of(fact.customer());
      case ReceivableChanged changed -> Optional.of(changed.customer());
      case RiskAssessed assessed -> Optional.of(assessed.customer());
      case HighRiskInvoice invoice -> Optional.of(invoice.customer());
      case LabelledInvoice labelled -> Optional.of(labelled.customer());
      case Reminder reminder -> Optional.of(reminder.customer());
      case CustomerSegmented segmented -> Optional.of(segmented.customer());
      case CustomerOutlier outlier -> Optional.of(outlier.customer());
      case ReminderStatus status -> Optional.of(status.customer());
      case ReminderStop stop -> Optional.of(stop.customer());
      default -> Optional.empty();
    };
  }
}
