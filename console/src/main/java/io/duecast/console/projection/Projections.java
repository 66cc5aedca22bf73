package io.duecast.console.projection;

import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.util.LinkedHashMap;
import java.util.Map;

/** The topics that are read, and what each does to the tables. */
final class Projections {
  private static final Map<Topic<?>, Projection> BY_TOPIC = byTopic();

  private Projections() {}

  static Map<Topic<?>, Projection> all() {
    return BY_TOPIC;
  }

  private static Map<Topic<?>, Projection> byTopic() {
    Map<Topic<?>, Projection> all = new LinkedHashMap<>();
    all.put(Topics.RECEIVABLES, new ReceivablesProjection());
    all.put(Topics.INVOICE_RISK, new RiskProjection());
    all.put(Topics.COLLECTIONS_EVENTS, new OutcomesProjection());
    all.put(Topics.LABELLED_INVOICES, new LabelsProjection());
    all.put(Topics.PORTFOLIO_DAYS, new PortfolioProjection());
    all.put(Topics.RESERVE_POSITIONS, new ReservesProjection());
    all.put(Topics.CASH_FORECASTS, new CashProjection());
    all.put(Topics.CUSTOMER_SEGMENTS, SegmentsProjection::customer);
    all.put(Topics.CUSTOMER_OUTLIERS, SegmentsProjection::outlier);
    all.put(Topics.SEGMENT_TRENDS, SegmentsProjection::trend);
    all.put(Topics.REMINDERS, new RemindersProjection());
    all.put(Topics.REMINDER_STATUS, new ReminderStatusProjection());
    all.put(Topics.MODEL_RELEASES, ModelsProjection::release);
    all.put(Topics.MODEL_HEALTH, ModelsProjection::health);
    all.put(Topics.DEAD_LETTERS, new LettersProjection());
    return all;
  }
}
