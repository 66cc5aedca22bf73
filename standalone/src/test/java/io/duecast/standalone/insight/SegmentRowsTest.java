package io.duecast.standalone.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.segment.CustomerOutlier;
import io.duecast.segment.CustomerSegmented;
import io.duecast.segment.OutlierKind;
import io.duecast.segment.RiskSegment;
import io.duecast.segment.SegmentMeasure;
import io.duecast.segment.SegmentReason;
import io.duecast.segment.SegmentTrend;
import io.duecast.segment.Strategy;
import io.duecast.segment.Trend;
import io.duecast.segment.Worth;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentRowsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 13);
  private static final Instant AT = Instant.parse("2026-03-13T00:00:00Z");
  private static final SegmentReason RISK = new SegmentReason(SegmentMeasure.LATE_RISK, 417, 350L);

  @Test
  void aCustomerIsShownWithWhatIsSuggestedAndWhy() {
    CustomerSegmented late =
        new CustomerSegmented(
            new CustomerId("c-11"),
            3,
            DAY,
            DAY,
            RiskSegment.LATE,
            Worth.KEY,
            Trend.STEADY,
            RiskSegment.WATCHED,
            Worth.KEY,
            List.of(RISK, new SegmentReason(SegmentMeasure.LATE_INVOICES, 7, null)),
            new Strategy("early", 14, Money.of("1700", "EUR"), 2, List.of()),
            1,
            AT,
            false);

    assertThat(SegmentRows.customers(List.of(late)).lines())
        .last()
        .asString()
        .contains("c-11", "late", "key", "steady", "2026-03-13", "early", "14 days", "1,700 EUR")
        .contains("expected share of late invoices: 417 per mille (limit 350)");
    assertThat(SegmentRows.of(late))
        .containsEntry("risk_segment", RiskSegment.LATE)
        .containsEntry("previous", RiskSegment.WATCHED)
        .containsEntry("currency", "EUR")
        .containsEntry(
            "reasons",
            "expected share of late invoices: 417 per mille (limit 350); of these late: 7"
                + " invoices");
  }

  @Test
  void whoHasPaidNothingYetIsSuggestedNoLimit() {
    CustomerSegmented fresh =
        new CustomerSegmented(
            new CustomerId("c-13"),
            1,
            DAY,
            DAY,
            RiskSegment.NEW,
            Worth.STANDARD,
            Trend.STEADY,
            RiskSegment.UNKNOWN,
            Worth.UNKNOWN,
            List.of(),
            new Strategy("standard", 14, null, 3, List.of()),
            1,
            AT,
            false);

    assertThat(SegmentRows.of(fresh)).containsEntry("credit_limit", null);
    assertThat(SegmentRows.customers(List.of(fresh)).lines()).last().asString().contains(" - ");
  }

  @Test
  void anOutlierAndATrendAreShownWithTheirFigures() {
    CustomerOutlier outlier =
        new CustomerOutlier(
            new CustomerId("c-17"),
            new InvoiceId("I-19"),
            OutlierKind.OWN_PAST,
            DAY,
            RiskSegment.RELIABLE,
            List.of(new SegmentReason(SegmentMeasure.DAYS_PAST_DUE, 23, 11L)),
            1,
            AT,
            false);
    SegmentTrend trend =
        new SegmentTrend(
            RiskSegment.WATCHED,
            DAY,
            31,
            13,
            207,
            9100,
            9000,
            Trend.WORSENING,
            DAY.minusWeeks(5),
            1,
            AT,
            false);

    assertThat(SegmentRows.outliers(List.of(outlier)).lines())
        .last()
        .asString()
        .contains("c-17", "I-19", "own past", "of this invoice: 23 days (limit 11)");
    assertThat(SegmentRows.trends(List.of(trend)).lines())
        .last()
        .asString()
        .contains("watched", "31", "13", "20.7 %", "worsening", "2026-02-06");
    assertThat(SegmentRows.of(trend)).containsEntry("pressure", 9100);
    assertThat(SegmentRows.of(outlier)).containsEntry("kind", OutlierKind.OWN_PAST);
  }
}
