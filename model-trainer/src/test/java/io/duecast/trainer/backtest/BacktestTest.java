package io.duecast.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
  private static final LocalDate SPLIT = LocalDate.of(2024, 12, 10);
  private static final LocalDate LATER = LocalDate.of(2025, 3, 1);
  private static final SmallBook BOOK = SmallBook.of(11, 1500);

  @TempDir Path directory;

  @Test
  void everyInvoiceIssuedFromTheSplitOnIsScoredAndTheUndecidedHaveNoLabel() throws Exception {
    BacktestResult result = run(BOOK, Retrain.NEVER);

    long issued = BOOK.lines().stream().filter(it -> !it.issued().isBefore(SPLIT)).count();
    assertThat(result.rows()).hasSize((int) issued);
    for (PredictionRow row : result.rows()) {
      assertThat(row.isLabelled()).isEqualTo(row.dueOn().isBefore(result.asOf()));
      assertThat(row.byBucket().stream().mapToDouble(it -> it).sum()).isCloseTo(1, within(1e-9));
      assertThat(row.probabilityLate()).isBetween(0.0, 1.0);
      assertThat(row.paidOnLow()).isBeforeOrEqualTo(row.expectedPaidOn());
      assertThat(row.expectedPaidOn()).isBeforeOrEqualTo(row.paidOnHigh());
    }
    assertThat(result.rows()).anyMatch(row -> !row.isLabelled());
  }

  /** What is paid from a day on is not known before it, neither to a score nor to a model. */
  @Test
  void shufflingTheFutureChangesNothingThatWasSaidBefore() throws Exception {
    BacktestResult before = run(BOOK, Retrain.MONTHLY);
    BacktestResult after = run(BOOK.withShuffledPaymentsFrom(LATER, 13), Retrain.MONTHLY);

    assertThat(said(after, LATER)).isEqualTo(said(before, LATER)).hasSizeGreaterThan(100);
    assertThat(released(after, LATER)).isEqualTo(released(before, LATER)).hasSize(4);
    assertThat(said(after, LocalDate.MAX)).isNotEqualTo(said(before, LocalDate.MAX));
  }

  @Test
  void anInvoiceIsScoredByTheModelThatWasLiveWhenItWasIssued() throws Exception {
    BacktestResult result = run(BOOK, Retrain.MONTHLY);

    assertThat(result.releases())
        .extracting(Release::on)
        .containsExactly(
            SPLIT,
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 2, 1),
            LATER,
            LocalDate.of(2025, 4, 1));
    assertThat(result.releases()).extracting(Release::id).doesNotHaveDuplicates();
    for (PredictionRow row : result.rows()) {
      String live =
          result.releases().stream()
              .filter(it -> !it.on().isAfter(row.issuedOn()))
              .reduce((a, b) -> b)
              .orElseThrow()
              .id();
      assertThat(row.modelId()).isEqualTo(live);
    }
    Set<String> used = new LinkedHashSet<>();
    result.rows().forEach(row -> used.add(row.modelId()));
    assertThat(used).hasSize(5);
  }

  @Test
  void aShareOfTheInvoicesIsIssuedBeforeTheSplit() throws Exception {
    BacktestSettings settings =
        new BacktestSettings(
            null,
            new Split.AfterShare(0.7),
            new LabelPolicy(0),
            Retrain.NEVER,
            1,
            TrainingSettings.QUICK);
    BacktestResult result =
        new Backtest(BOOK.fold(directory, settings.policy()), settings, BacktestListener.NONE)
            .run();

    assertThat(result.rows().size() / 1500.0).isBetween(0.3, 0.305);
    assertThat(result.asOf()).isEqualTo(LocalDate.of(2025, 5, 1));
  }

  @Test
  void aSplitWithTooLittleBeforeItSaysSo() {
    assertThatThrownBy(() -> run(SmallBook.of(11, 150), Retrain.NEVER))
        .isInstanceOf(TooLittleDataException.class);
  }

  @Test
  void aSplitAfterTheEndIsRefused() throws IOException {
    BacktestSettings settings = settings(Retrain.NEVER, LocalDate.of(2025, 5, 2));
    Backtest backtest =
        new Backtest(BOOK.fold(directory, settings.policy()), settings, BacktestListener.NONE);

    assertThatIllegalArgumentException()
        .isThrownBy(backtest::run)
        .withMessageContaining("no invoice was issued from 2025-05-02 on");
  }

  private static List<String> said(BacktestResult result, LocalDate issuedBefore) {
    return result.rows().stream()
        .filter(row -> row.issuedOn().isBefore(issuedBefore))
        .map(
            row ->
                row.invoiceId()
                    + row.probabilityLate()
                    + row.byBucket()
                    + row.expectedPaidOn()
                    + row.paidOnLow()
                    + row.paidOnHigh()
                    + row.others()
                    + row.history()
                    + row.modelId())
        .toList();
  }

  private static List<String> released(BacktestResult result, LocalDate until) {
    return result.releases().stream()
        .filter(it -> !it.on().isAfter(until))
        .map(Release::id)
        .toList();
  }

  private static BacktestSettings settings(Retrain retrain, LocalDate split) {
    return new BacktestSettings(
        null, new Split.OnDay(split), new LabelPolicy(0), retrain, 1, TrainingSettings.QUICK);
  }

  private BacktestResult run(SmallBook book, Retrain retrain)
      throws IOException, TooLittleDataException {
    BacktestSettings settings = settings(retrain, SPLIT);
    return new Backtest(book.fold(directory, settings.policy()), settings, BacktestListener.NONE)
        .run();
  }
}
