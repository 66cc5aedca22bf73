package io.duecast.wire;

import io.duecast.calendar.DayOpened;
import io.duecast.dunning.PolicyActivated;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.dunning.ReminderStop;
import io.duecast.event.Envelope;
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
import io.duecast.receivable.InvoiceId;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What CloudEvents 1.0 wants to know of an event, as headers of a Kafka record: binary mode, the
 * value untouched.
 *
 * @param id the same for every copy of the event
 * @param source who says so: a fact's own source, or {@code duecast}
 * @param type {@code io.duecast.} and the name of the record
 * @param time when it happened; for what we conclude, when it was learned
 * @param subject the invoice, where there is one
 */
public record CloudEvents(
    String id, String source, String type, Instant time, @Nullable String subject) {
  /** Avro after the five bytes that Confluent's wire format begins with. */
  public static final String CONTENT_TYPE = "application/vnd.confluent+avro";

  private static final String OURS = "duecast";
  private static final List<String> NAMES =
      List.of(
          "ce_specversion",
          "ce_id",
          "ce_source",
          "ce_type",
          "ce_time",
          "ce_subject",
          "content-type");
  private static final byte[] SPEC_VERSION_BYTES = "1.0".getBytes(StandardCharsets.UTF_8);
  private static final byte[] CONTENT_TYPE_BYTES = CONTENT_TYPE.getBytes(StandardCharsets.UTF_8);

  private static final ClassValue<String> TYPES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
          return "io.duecast." + type.getSimpleName();
        }
      };

  /**
   * The attributes of any value that lies on a topic.
   *
   * @throws IllegalArgumentException if it lies on none
   */
  public static CloudEvents of(Object value) {
    String type = TYPES.get(value.getClass());
    return switch (value) {
      case Fact fact -> ofFact(fact, type);
      case EconomicIndicator e -> told(e.envelope(), type, null);
      case ReminderStatus e -> told(e.envelope(), type, null);
      case ReminderStop e -> told(e.envelope(), type, e.invoice());
      case DayOpened e ->
          ours(e.date().toString(), type, e.date().atStartOfDay().toInstant(ZoneOffset.UTC), null);
      case ReceivableChanged e -> ours(e.changeId(), type, e.recordedAt(), e.invoice());
      case RiskAssessed e -> ours(e.assessmentId(), type, e.recordedAt(), e.invoice());
      case HighRiskInvoice e ->
          ours("high-risk:" + e.assessmentId(), type, e.recordedAt(), e.invoice());
      case LabelledInvoice e -> ours(e.labelId(), type, e.recordedAt(), e.invoice());
      case ModelArtifact e -> ours(e.modelId(), type, e.recordedAt(), null);
      case ModelHealth e -> ours(e.healthId(), type, e.recordedAt(), null);
      case ModelReleased e -> ours(e.releaseId(), type, e.recordedAt(), null);
      case PortfolioDay e -> ours(e.dayId(), type, e.recordedAt(), null);
      case ReservePosition e -> ours(e.positionId(), type, e.recordedAt(), null);
      case CashStatement e -> ours(e.statementId(), type, e.recordedAt(), null);
      case Reminder e -> ours(e.reminderId() + ":" + e.revision(), type, e.recordedAt(), null);
      case CustomerSegmented e -> ours(e.segmentId(), type, e.recordedAt(), null);
      case CustomerOutlier e -> ours(e.outlierId(), type, e.recordedAt(), e.invoice());
      case SegmentTrend e -> ours(e.trendId(), type, e.recordedAt(), null);
      case PolicyActivated e -> ours(e.activationId(), type, e.recordedAt(), null);
      case DeadLetter e -> ours(e.id(), type, e.failedAt(), null);
      default -> throw new IllegalArgumentException(value.getClass() + " has no topic");
    };
  }

  /** Puts the attributes into a record's headers, in place of any that are there. */
  public void writeTo(Headers headers) {
    if (headers.iterator().hasNext()) {
      NAMES.forEach(headers::remove);
    }
    headers.add("ce_specversion", SPEC_VERSION_BYTES);
    put(headers, "ce_id", id);
    put(headers, "ce_source", source);
    put(headers, "ce_type", type);
    put(headers, "ce_time", time.toString());
    put(headers, "ce_subject", subject);
    headers.add("content-type", CONTENT_TYPE_BYTES);
  }

  private static CloudEvents ofFact(Fact fact, String type) {
    return told(fact.envelope(), type, invoiceOf(fact));
  }

  private static CloudEvents told(Envelope envelope, String type, @Nullable InvoiceId of) {
    return new CloudEvents(
        envelope.eventId().value(),
        reference(envelope.source()),
        type,
        envelope.occurredAt(),
        of == null ? null : of.value());
  }

  private static CloudEvents ours(String id, String type, Instant time, @Nullable InvoiceId of) {
    return new CloudEvents(id, OURS, type, time, of == null ? null : of.value());
  }

  private static @Nullable InvoiceId invoiceOf(Fact fact) {
    return switch (fact) {
      case InvoiceIssued e -> e.invoice();
      case InvoiceAmended e -> e.invoice();
      case PaymentSettled e -> e.invoice();
      case DisputeOpened e -> e.invoice();
      case DisputeResolved e -> e.invoice();
      case BuyerResponded e -> e.invoice();
      case CollectionOutcome e -> e.invoice();
      case PaymentReceived e -> null;
      case CreditApplied e -> null;
      case CustomerUpdated e -> null;
    };
  }

  /** A source as the URI reference that CloudEvents asks for. */
  private static String reference(String source) {
    return URLEncoder.encode(source, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void put(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
  }
}
