package io.duecast.trainer.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.AttributeValue.Category;
import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.customer.CustomerId;
import io.duecast.health.FeatureReference;
import io.duecast.health.ScoreReference;
import io.duecast.health.TrainingReference;
import io.duecast.label.Label;
import io.duecast.model.Horizon;
import io.duecast.model.HorizonChain;
import io.duecast.model.ModelFile;
import io.duecast.model.ModelManifest;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.ModelRows;
import io.duecast.trainer.data.TrainingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class ModelTrainingTest {
  private static final long MODEL_SEED = 42;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int ALWAYS = Integer.MAX_VALUE;

  @Test
  void aModelTellsGoodPayersFromBadOnes() throws TooLittleDataException {
    TrainedModel trained = train(rows(11, 3000, ALWAYS));
    HorizonChain chain = trained.model().chain();

    assertThat(chain.features()).extracting(it -> it.key()).contains("ratio", "channel");
    double good = chain.curve(row(chain, 0.05)).probabilityLate();
    double bad = chain.curve(row(chain, 0.95)).probabilityLate();
    assertThat(good).isLessThan(0.3);
    assertThat(bad).isGreaterThan(0.6);
    assertThat(trained.report().links()).noneMatch(TrainingReport.Link::constant);
    assertThat(trained.report().balances()).hasSizeGreaterThan(1);
    assertThat(trained.model().manifest().training().rows())
        .isEqualTo(trained.report().links().stream().map(it -> (long) it.rows()).toList());
  }

  @Test
  void aModelKeepsWhatItWasTrainedOn() throws TooLittleDataException {
    TrainedModel trained = train(rows(11, 3000, ALWAYS));
    TrainingReference reference = trained.model().manifest().reference();

    assertThat(reference.features())
        .extracting(FeatureReference::key)
        .isEqualTo(trained.model().chain().features().stream().map(it -> it.key()).toList());
    assertThat(reference.features())
        .allSatisfy(
            it -> assertThat(it.byPlace().stream().mapToLong(rows -> rows).sum()).isEqualTo(3000));
    assertThat(reference.features().stream().mapToDouble(FeatureReference::weight).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(reference.features().stream().filter(it -> it.key().equals("ratio")))
        .allSatisfy(it -> assertThat(it.weight()).isGreaterThan(0.6));
    ScoreReference scores = reference.scores();
    assertThat((double) scores.late().getFirst() / scores.rows().getFirst()).isLessThan(0.2);
    assertThat((double) scores.late().getLast() / scores.rows().getLast()).isGreaterThan(0.8);
  }

  @Test
  void theFirstLinkAloneIsThatOfTheWholeModel() throws TooLittleDataException {
    TrainingRows rows = rows(11, 1500, ALWAYS);
    Horizon whole = train(rows).model().chain().first();

    Horizon alone = new ModelTraining(TrainingSettings.QUICK).first(rows, MODEL_SEED);

    for (double[] row : ModelRows.of(whole.forest().features(), rows.data())) {
      double vote = whole.forest().score(row);
      assertThat(alone.forest().score(row)).isEqualTo(vote);
      assertThat(alone.calibration().probability(vote))
          .isEqualTo(whole.calibration().probability(vote));
    }
  }

  @Test
  void oneSeedIsOneModelWhateverTheNumberOfThreads() throws Exception {
    TrainingRows rows = rows(11, 1500, ALWAYS);
    byte[] model = ModelFile.write(train(rows).model());

    try (ForkJoinPool alone = new ForkJoinPool(1)) {
      byte[] again = alone.submit(() -> ModelFile.write(train(rows).model())).get();
      assertThat(again).isEqualTo(model);
    }
  }

  @Test
  void aHorizonThatHardlyAnyInvoiceReachedSaysItsShareAndBlocksNothing()
      throws TooLittleDataException {
    TrainedModel trained = train(rows(11, 1500, 60));

    TrainingReport.Link last = trained.report().links().getLast();
    assertThat(last.constant()).isTrue();
    assertThat(last.rows()).isZero();
    assertThat(trained.report().links().getFirst().constant()).isFalse();
    HorizonChain chain = trained.model().chain();
    double[] good = row(chain, 0.05);
    double[] bad = row(chain, 0.95);
    assertThat(share(chain, good)).isEqualTo(share(chain, bad)).isStrictlyBetween(0.0, 1.0);
    assertThat(ModelFile.read(ModelFile.write(trained.model())).manifest())
        .isEqualTo(trained.model().manifest());
  }

  @Test
  void tooFewInvoicesAreSaidToBeTooFew() {
    assertThatThrownBy(() -> train(rows(11, 150, ALWAYS)))
        .isInstanceOf(TooLittleDataException.class)
        .hasMessageContaining("150 labelled invoices")
        .hasMessageContaining("at least 200");
    assertThatThrownBy(() -> train(rows(11, 1500, -1)))
        .isInstanceOf(TooLittleDataException.class)
        .hasMessageContaining("of which 0 were late");
  }

  private static double share(HorizonChain chain, double[] row) {
    return chain.curve(row).after90() / chain.curve(row).after60();
  }

  private static double[] row(HorizonChain chain, double ratio) {
    double[] row = new double[chain.features().size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = chain.features().get(i).key().equals("ratio") ? ratio : Double.NaN;
    }
    return row;
  }

  private static TrainedModel train(TrainingRows rows) throws TooLittleDataException {
    Provenance provenance =
        new Provenance(
            "0123456789abcdef",
            new ModelManifest.Label(1, 3),
            FIRST.plusYears(1),
            Map.of(),
            MODEL_SEED,
            Instant.parse("2026-01-01T00:00:00Z"));
    return new ModelTraining(TrainingSettings.QUICK).train(rows, provenance, TrainingListener.NONE);
  }

  /**
   * Invoices of customers that pay the later the higher their ratio.
   *
   * @param longest days past due after which every one is paid
   */
  private static TrainingRows rows(long seed, int count, int longest) {
    Random random = new Random(seed);
    BitSet categories = new BitSet();
    categories.set(1);
    TrainingRows.Builder rows =
        TrainingRows.builder(new Columns(List.of("ratio", "channel", "noise"), categories));
    for (int i = 0; i < count; i++) {
      double ratio = random.nextInt(40) / 40.0;
      Map<String, AttributeValue> features =
          Map.of(
              "ratio", new Numeric(ratio),
              "channel", new Category("c" + random.nextInt(3)),
              "noise", new Numeric(random.nextGaussian()));
      boolean late = random.nextDouble() < ratio;
      int days = late ? (int) (4 - 60 * Math.log(random.nextDouble())) : -random.nextInt(5);
      int daysPastDue = Math.min(longest, days);
      rows.add(
          features,
          new CustomerId("customer " + random.nextInt(50)),
          FIRST.plusDays(i / 10),
          FIRST.plusDays(i / 10 + 30),
          labels(daysPastDue),
          daysPastDue);
    }
    return rows.build();
  }

  private static List<Label> labels(int daysPastDue) {
    List<Label> labels = new ArrayList<>();
    HorizonChain.DAYS.forEach(
        days -> labels.add(daysPastDue > 3 + days ? Label.LATE : Label.ON_TIME));
    return labels;
  }
}
