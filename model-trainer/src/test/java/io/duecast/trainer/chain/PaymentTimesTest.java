package io.duecast.trainer.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.customer.CustomerId;
import io.duecast.label.Label;
import io.duecast.model.CustomerPast;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.TrainingRows;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentTimesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final int GRACE_DAYS = 3;

  private final TrainingRows.Builder rows =
      TrainingRows.builder(
          new Columns(List.of("prior_settled", "mean_days_past_due"), new BitSet()));

  @Test
  void anOpenInvoiceCountsForTheDaysThatItWasOpen() {
    add(DUE, Label.ON_TIME, -4);
    add(DUE, Label.LATE, null);

    PaymentTimes times = known(DUE.plusDays(10));

    assertThat(times.days()).containsExactly(-4, 9);
    assertThat(times.paid()).containsExactly(true, false);
  }

  @Test
  void whatWasPaidLaterWasOpenThen() {
    add(DUE, Label.LATE, 40);

    assertThat(known(DUE.plusDays(40)).days()).containsExactly(39);
    assertThat(known(DUE.plusDays(40)).paid()).containsExactly(false);
    assertThat(known(DUE.plusDays(41)).days()).containsExactly(40);
    assertThat(known(DUE.plusDays(41)).paid()).containsExactly(true);
  }

  @Test
  void whatIsNotPastDueYetIsLeftOutEvenIfItIsPaid() {
    add(DUE.plusDays(20), Label.ON_TIME, -19);
    add(DUE, Label.ON_TIME, 0);

    assertThat(known(DUE.plusDays(GRACE_DAYS)).size()).isZero();
    assertThat(known(DUE.plusDays(GRACE_DAYS + 1)).days()).containsExactly(0);
  }

  @Test
  void whatHasNoLabelSaysNothing() {
    add(DUE, Label.EXCLUDED, null);
    add(DUE, Label.CENSORED, null);

    assertThat(known(DUE.plusDays(99)).size()).isZero();
  }

  @Test
  void daysCanBeCountedFromTheCustomersUsualOne() {
    rows.add(
        Map.of("prior_settled", new Numeric(3), "mean_days_past_due", new Numeric(10)),
        new CustomerId("a"),
        DUE.minusDays(30),
        DUE,
        List.of(Label.LATE, Label.ON_TIME, Label.ON_TIME, Label.ON_TIME),
        12);

    PaymentTimes times = known(DUE.plusDays(20));

    assertThat(times.pasts()).containsExactly(new CustomerPast(3, 10));
    assertThat(times.daysFrom(null)).containsExactly(12);
    assertThat(times.daysFrom(4)).containsExactly(12 - 7);
  }

  @Test
  void theLastAreThoseIssuedLast() {
    add(DUE.plusDays(2), Label.ON_TIME, -2);
    add(DUE, Label.ON_TIME, -1);
    add(DUE.plusDays(1), Label.ON_TIME, -3);

    PaymentTimes times = known(DUE.plusDays(20));

    assertThat(times.days()).containsExactly(-1, -3, -2);
    assertThat(times.last(2).days()).containsExactly(-3, -2);
    assertThat(times.last(2).data().rows()).isEqualTo(2);
    assertThat(times.last(7).size()).isEqualTo(3);
    assertThat(times.median()).isEqualTo(-2);
  }

  private PaymentTimes known(LocalDate on) {
    return PaymentTimes.of(rows.build(), LocalDate.MIN, on, GRACE_DAYS);
  }

  private void add(LocalDate dueOn, Label label, @Nullable Integer daysPastDue) {
    rows.add(
        Map.of(),
        new CustomerId("a"),
        dueOn.minusDays(30),
        dueOn,
        List.of(label, Label.CENSORED, Label.CENSORED, Label.CENSORED),
        daysPastDue);
  }
}
