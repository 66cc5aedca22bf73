package io.duecast.segment;

import static io.duecast.Examples.ACME;
import static io.duecast.Examples.GLOBEX;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import org.junit.jupiter.api.Test;

class SegmentDeskTest {
  private final SegmentRig rig = new SegmentRig();

  @Test
  void aCustomerIsNewUntilEnoughHasComeDue() {
    rig.issue(ACME, "1000.00");
    rig.pass(1);

    assertThat(rig.found(CustomerSegmented.class))
        .extracting(CustomerSegmented::segment)
        .containsExactly(RiskSegment.NEW);
  }

  @Test
  void whoPaysWhenItIsDueIsReliableAndIsOfferedWhatItHasShownToPay() {
    rig.trade(ACME, 4, 0);

    CustomerSegmented told = last();
    assertThat(told.segment()).isEqualTo(RiskSegment.RELIABLE);
    assertThat(told.previous()).isEqualTo(RiskSegment.NEW);
    assertThat(told.reasons())
        .extracting(SegmentReason::measure)
        .startsWith(SegmentMeasure.LATE_RISK);
    assertThat(told.strategy().ladder()).isEqualTo("gentle");
    assertThat(requireNonNull(told.strategy().creditLimit()).isPositive()).isTrue();
  }

  @Test
  void openInvoicesThatAreOverdueCountThoughNothingWasPaidLate() {
    rig.risk = 0.5;
    for (int i = 0; i < 6; i++) {
      rig.issue(ACME, "1000.00");
    }
    rig.pass(60);

    assertThat(last().segment()).isEqualTo(RiskSegment.CRITICAL);
  }

  @Test
  void whatIsOverdueForMoreThanSixtyDaysMakesCritical() {
    rig.trade(ACME, 8, 0);
    rig.issue(ACME, "900.00");
    rig.pass(14 + 60);
    assertThat(rig.customer(ACME).segment()).isNotEqualTo(RiskSegment.CRITICAL);

    rig.pass(1);

    assertThat(last().segment()).isEqualTo(RiskSegment.CRITICAL);
    assertThat(last().strategy().termDays()).isZero();
    assertThat(last().reasons())
        .contains(new SegmentReason(SegmentMeasure.LONG_OVERDUE_SHARE, 1000, 500L));
  }

  @Test
  void aCreditNoteShowsNoWayOfPaying() {
    String id = rig.issue(ACME, "100.00");
    rig.send(Examples.aCredit("C-1").of(ACME).to(id, "100.00").on(rig.today()).fact());
    rig.pass(30);

    assertThat(last().reasons())
        .filteredOn(it -> it.measure() == SegmentMeasure.JUDGED_INVOICES)
        .extracting(SegmentReason::value)
        .containsExactly(0L);
    assertThat(rig.files.invoices(ACME)).isEmpty();
  }

  @Test
  void aKeyCustomerIsOneOfWhomMuchIsBilled() {
    rig.issue(ACME, "50000.00");
    rig.issue(GLOBEX, "49999.99");
    rig.pass(1);

    assertThat(rig.found(CustomerSegmented.class))
        .extracting(CustomerSegmented::worth)
        .containsExactly(Worth.KEY, Worth.STANDARD);
  }

  @Test
  void oneInvoiceFarLaterThanAnyBeforeMayHaveItsOwnReason() {
    rig.trade(ACME, 10, 1);
    rig.issue(ACME, "1000.00");
    rig.issue(ACME, "2000.00");
    rig.pass(100);

    assertThat(rig.found(CustomerOutlier.class)).isEmpty();
  }

  @Test
  void theSecondInvoiceFarLaterThanAnyBeforeIsToldOnTheDayOnWhichItIs() {
    rig.trade(ACME, 10, 1);
    rig.issue(ACME, "1000.00");
    rig.pass(5);
    rig.issue(ACME, "1000.00");
    rig.pass(14 + 11);
    assertThat(rig.found(CustomerOutlier.class)).isEmpty();

    rig.pass(1);

    CustomerOutlier told = rig.found(CustomerOutlier.class).getLast();
    assertThat(told.kind()).isEqualTo(OutlierKind.OWN_PAST);
    assertThat(told.on()).isEqualTo(rig.today());
    assertThat(told.reasons())
        .containsExactly(
            new SegmentReason(SegmentMeasure.DAYS_PAST_DUE, 12, 11L),
            SegmentReason.of(SegmentMeasure.USUAL_DAYS_PAST_DUE, 1));
    rig.pass(40);
    assertThat(rig.found(CustomerOutlier.class)).hasSize(1);
  }

  @Test
  void fourThatAreLaterThanNearlyAllBeforeAreToldAtTheFourth() {
    for (int i = 0; i < 15; i++) {
      rig.trade(ACME, 1, 4 * (i % 5));
    }
    rig.trade(ACME, 3, 18);
    assertThat(rig.found(CustomerOutlier.class)).isEmpty();
    rig.trade(ACME, 1, 17);

    CustomerOutlier told = rig.found(CustomerOutlier.class).getFirst();
    assertThat(told.kind()).isEqualTo(OutlierKind.OWN_PAST_LATELY);
    assertThat(told.reasons())
        .containsExactly(
            new SegmentReason(SegmentMeasure.LATEST_DAYS_PAST_DUE, 17, 16L),
            SegmentReason.of(SegmentMeasure.USUAL_DAYS_PAST_DUE, 8));
  }

  @Test
  void aWeekIsToldWhenTheNextHasBegun() {
    rig.trade(ACME, 4, 6);
    rig.pass(7);

    assertThat(
            rig.found(SegmentWeek.class).stream()
                .flatMap(it -> it.counts().stream())
                .mapToInt(SegmentCount::late)
                .sum())
        .isEqualTo(4);
    assertThat(rig.found(SegmentWeek.class))
        .extracting(it -> it.week().getDayOfWeek().getValue())
        .containsOnly(1);
  }

  private CustomerSegmented last() {
    return rig.found(CustomerSegmented.class).getLast();
  }
}
