package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.receivable.InvoiceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TruthTest {
  private static final int GRACE_DAYS = 3;

  @Test
  void archetypesAreLateAsOftenAsTheirNameSays() {
    Map<Archetype, Double> shares =
        Truth.of(Examples.calm().withCustomers(1_500))
            .all()
            .filter(truth -> !truth.isWithdrawn())
            .collect(
                Collectors.groupingBy(
                    InvoiceTruth::archetype,
                    Collectors.averagingInt(truth -> truth.isLate(GRACE_DAYS) ? 1 : 0)));

    assertShare(shares, Archetype.PUNCTUAL, 0.03, 0.12);
    assertShare(shares, Archetype.FORGETFUL, 0.18, 0.35);
    assertShare(shares, Archetype.PAYMENT_RUN, 0.10, 0.35);
    assertShare(shares, Archetype.CHRONIC, 0.55, 0.85);
    assertShare(shares, Archetype.DETERIORATING, 0.15, 0.55);
    assertShare(shares, Archetype.SEASONAL, 0.12, 0.35);
    assertShare(shares, Archetype.SLOW_CORPORATE, 0.40, 0.75);
    assertShare(shares, Archetype.START_UP, 0.18, 0.45);
  }

  @Test
  void aDownturnMakesMoreInvoicesLateWhileItLastsAndNoneBefore() {
    EconomySettings calm = Examples.calm();
    LocalDate start = calm.start().plusDays(350);
    EconomySettings bad = calm.withDownturn(new Downturn(start, 1.2, 200));
    Predicate<InvoiceTruth> before = truth -> truth.dueOn().isBefore(start.minusDays(60));
    Predicate<InvoiceTruth> during =
        truth ->
            truth.dueOn().isAfter(start.plusDays(30))
                && truth.dueOn().isBefore(start.plusDays(200));

    assertThat(lateShare(bad, during)).isGreaterThan(lateShare(calm, during) + 0.08);
    assertThat(lateShare(bad, before)).isCloseTo(lateShare(calm, before), within(0.01));
  }

  @Test
  void whenCustomersTurnGoodOnesPayBadlyAndBadOnesWellFromThatDayOn() {
    EconomySettings calm = Examples.calm().withCustomers(600);
    LocalDate turn = calm.start().plusDays(300);
    EconomySettings turned = calm.withTurnsOn(turn);
    Predicate<InvoiceTruth> good = truth -> truth.archetype() == Archetype.PUNCTUAL;
    Predicate<InvoiceTruth> bad = truth -> truth.archetype() == Archetype.CHRONIC;
    Predicate<InvoiceTruth> before = truth -> truth.dueOn().isBefore(turn.minusDays(60));
    Predicate<InvoiceTruth> after = truth -> truth.issuedOn().isAfter(turn);

    assertThat(lateShare(turned, before.and(bad)))
        .isCloseTo(lateShare(calm, before.and(bad)), within(0.01));
    assertThat(lateShare(turned, before.and(bad)))
        .isGreaterThan(lateShare(turned, before.and(good)) + 0.4);
    assertThat(lateShare(turned, after.and(good)))
        .isGreaterThan(lateShare(turned, after.and(bad)) + 0.2);
  }

  @Test
  void theTrueProbabilityIsCalibrated() {
    List<InvoiceTruth> truths =
        Truth.of(Examples.calm().withCustomers(250).withDays(400))
            .all()
            .filter(truth -> !truth.isWithdrawn())
            .toList();
    double[] expected = new double[10];
    double[] variance = new double[10];
    int[] count = new int[10];
    int[] late = new int[10];
    double brier = 0;
    double expectedBrier = 0;
    for (InvoiceTruth truth : truths) {
      double probability = truth.probabilityLate(GRACE_DAYS);
      int decile = (int) Math.min(9, probability * 10);
      int outcome = truth.isLate(GRACE_DAYS) ? 1 : 0;
      expected[decile] += probability;
      variance[decile] += probability * (1 - probability);
      count[decile]++;
      late[decile] += outcome;
      brier += (outcome - probability) * (outcome - probability);
      expectedBrier += probability * (1 - probability);
    }
    assertThat(truths).hasSizeGreaterThan(5_000);
    assertThat(brier / truths.size()).isCloseTo(expectedBrier / truths.size(), within(0.006));
    for (int decile = 0; decile < 10; decile++) {
      assertThat((double) late[decile])
          .as("decile %d of %d invoices", decile, count[decile])
          .isCloseTo(expected[decile], within(3.5 * Math.sqrt(variance[decile] + 1)));
    }
  }

  @Test
  void itTellsOfOneInvoiceWhatItTellsOfAll() {
    EconomySettings settings = Examples.small();
    Truth truth = Truth.of(settings);
    InvoiceTruth known = truth.all().skip(131).findFirst().orElseThrow();

    InvoiceTruth found = truth.of(known.invoice()).orElseThrow();

    assertThat(found.settledOn()).isEqualTo(known.settledOn());
    assertThat(found.dueOn()).isEqualTo(known.dueOn());
    assertThat(found.probabilityLate(0)).isEqualTo(known.probabilityLate(0));
  }

  @Test
  void anUnknownInvoiceHasNoTruthAndAForeignOneIsRefused() {
    Truth truth = Truth.of(Examples.small());

    assertThat(truth.of(new InvoiceId("0000003-99999"))).isEmpty();
    assertThat(truth.of(new InvoiceId("0900003-00001"))).isEmpty();
    assertThatThrownBy(() -> truth.of(new InvoiceId("4711"))).hasMessageContaining("4711");
  }

  private static void assertShare(
      Map<Archetype, Double> shares, Archetype archetype, double low, double high) {
    assertThat(shares.getOrDefault(archetype, Double.NaN))
        .as(archetype.name())
        .isBetween(low, high);
  }

  private static double lateShare(EconomySettings settings, Predicate<InvoiceTruth> of) {
    return Truth.of(settings)
        .all()
        .filter(truth -> !truth.isWithdrawn())
        .filter(of)
        .mapToInt(truth -> truth.isLate(GRACE_DAYS) ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
