package io.duecast.model;

import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.morningOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.duecast.InvoiceExample;
import io.duecast.attribute.AttributeValue;
import io.duecast.feature.DeclaredFeature;
import io.duecast.feature.DeclaredFeature.Source;
import io.duecast.feature.FeatureInput;
import io.duecast.feature.FeatureSet;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Invoice;
import io.duecast.risk.Portfolio;
import io.duecast.risk.Prediction;
import io.duecast.risk.Reason;
import io.duecast.risk.ReasonText;
import io.duecast.risk.ScorerRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelScorerTest {
  private static final FeatureSet PLAIN = FeatureSet.with(List.of());
  private static final FeatureSet WITH_REGION =
      FeatureSet.with(List.of(new DeclaredFeature("region", Source.INVOICE, true)));
  private static final FeatureSet WITH_REGION_AS_NUMBER =
      FeatureSet.with(List.of(new DeclaredFeature("region", Source.INVOICE, false)));

  private static final CustomerPast NO_PAST = new CustomerPast(0, 0);

  private final ModelScorer scorer = ModelScorer.of(ModelFile.write(model()), ScorerRole.CHAMPION);

  @Test
  void aRowIsFilledByKey() {
    InvoiceExample invoice = anInvoice().dueIn(45).attribute("region", word("south"));

    assertThat(rowOf(invoice, WITH_REGION)).containsExactly(1, 45, Double.NaN);
  }

  @Test
  void whatTheSetLacksOrHoldsAsAnotherKindIsMissing() {
    InvoiceExample invoice = anInvoice().dueIn(45).attribute("region", word("south"));

    assertThat(rowOf(invoice, PLAIN)).containsExactly(Double.NaN, 45, Double.NaN);
    assertThat(rowOf(invoice, WITH_REGION_AS_NUMBER)).containsExactly(Double.NaN, 45, Double.NaN);
    assertThat(rowOf(invoice, WITH_REGION)).containsExactly(1, 45, Double.NaN);
  }

  @Test
  void aCategoryThatWasNeverSeenIsMissing() {
    InvoiceExample invoice = anInvoice().dueIn(45).attribute("region", word("moon"));

    assertThat(rowOf(invoice, WITH_REGION)).containsExactly(Double.NaN, 45, Double.NaN);
  }

  @Test
  void aPredictionSaysWhatTheChainSays() {
    InvoiceExample invoice = anInvoice().dueIn(45).attribute("region", word("south"));
    SettlementCurve curve = model().chain().curve(new double[] {1, 45, Double.NaN});

    Prediction prediction = predict(invoice);

    assertThat(scorer.role()).isEqualTo(ScorerRole.CHAMPION);
    assertThat(scorer.modelId()).isEqualTo(ModelFile.id(ModelFile.write(model())));
    assertThat(prediction.probabilityLate()).isEqualTo(curve.probabilityLate());
    assertThat(prediction.byBucket()).isEqualTo(curve.byBucket());
    assertThat(prediction.interval().low()).isLessThan(prediction.probabilityLate());
    assertThat(prediction.interval().high()).isGreaterThan(prediction.probabilityLate());
    assertThat(prediction.expectedPayment().on())
        .isEqualTo(
            invoice
                .invoice()
                .dueOn()
                .plusDays(model().days().of(new double[] {1, 45, Double.NaN}, NO_PAST).expected()))
        .isBetween(prediction.expectedPayment().earliest(), prediction.expectedPayment().latest());
  }

  @Test
  void noPaymentIsExpectedBeforeTheInvoiceIsKnown() {
    InvoiceExample paidAtOnce = anInvoice().dueIn(0).attribute("region", word("north"));

    Prediction prediction = predict(paidAtOnce);

    assertThat(model().days().of(new double[] {0, 0, Double.NaN}, NO_PAST).earliest()).isNegative();
    assertThat(prediction.expectedPayment().earliest()).isEqualTo(paidAtOnce.invoice().issuedOn());
  }

  @Test
  void bytesThatAreNoModelMakeNoScorer() {
    assertThatThrownBy(() -> ModelScorer.of(new byte[5], ScorerRole.CHAMPION))
        .isInstanceOf(RefusedModelException.class);
  }

  @Test
  void theReasonsAreTheFeaturesThatMovedTheProbability() {
    Prediction prediction = predict(anInvoice().dueIn(45).attribute("region", word("south")));

    assertThat(prediction.reasons())
        .extracting(Reason::feature)
        .containsExactly("invoice.region", "term_days");
    Reason region = prediction.reasons().get(0);
    Reason term = prediction.reasons().get(1);
    assertThat(region.contribution()).isPositive();
    assertThat(region.value()).isNaN();
    assertThat(term.contribution()).isNegative();
    assertThat(term.value()).isEqualTo(45);
    assertThat(region.word()).isEqualTo("south");
    assertThat(ReasonText.of(region)).isEqualTo("region is south");
    assertThat(ReasonText.of(term)).isEqualTo("The customer has 45 days to pay");
  }

  @Test
  void aContributionIsTheProbabilityLessWhatItWouldBeWithoutTheGroup() {
    Horizon first = model().chain().first();
    double[] row = {1, 45, Double.NaN};
    double[] path = new double[3];
    double bias = PathAttribution.add(first.forest(), row, path);

    Prediction prediction = predict(anInvoice().dueIn(45).attribute("region", word("south")));

    assertThat(prediction.reasons().get(0).contribution())
        .isCloseTo(
            prediction.probabilityLate() - first.calibration().probability(bias + path[1]),
            within(1e-12));
  }

  @Test
  void featuresThatTellTheSameThingAreOneReason() {
    List<ModelFeature> features =
        List.of(ModelFeature.number("term_days"), ModelFeature.number("days_until_due"));
    TreeNode tree =
        split(0, 40, split(1, 40, leaf(0.1), leaf(0.3)), split(1, 40, leaf(0.4), leaf(0.9)));
    Horizon horizon = horizon(0, features, tree);
    double[] row = {45, 44};

    List<Reason> reasons = Reasons.of(horizon, row, horizon.forest().score(row));

    assertThat(reasons).hasSize(1);
    assertThat(reasons.get(0).contribution()).isCloseTo(0.9 - 0.425, within(1e-9));
    assertThat(reasons.get(0).textKey()).isEqualTo(reasons.get(0).feature());
  }

  /** The south is late, long terms are not; nothing is known of the third feature. */
  private static RiskModel model() {
    List<ModelFeature> features =
        List.of(
            ModelFeature.category("invoice.region", List.of("north", "south")),
            ModelFeature.number("term_days"),
            ModelFeature.number("invoice.gone"));
    TreeNode term = split(1, 40, leaf(0.3), leaf(0.1));
    TreeNode gone = split(2, 7, leaf(0.2), leaf(0.4));
    TreeNode region =
        new TreeNode.CategorySplit(
            0,
            List.of(new TreeNode.Branch(0.5, leaf(0.1)), new TreeNode.Branch(0.5, leaf(0.9))),
            null);
    List<Horizon> horizons =
        HorizonChain.DAYS.stream()
            .map(days -> horizon(days, features, region, term, gone))
            .toList();
    RiskModel any = RandomModels.model(11, features);
    return new RiskModel(any.manifest(), new HorizonChain(horizons), any.days());
  }

  private static Horizon horizon(int days, List<ModelFeature> features, TreeNode... trees) {
    CompiledForest forest = CompiledForest.of(new ForestDefinition(features, List.of(trees)));
    double[] ends = {0.01, 0.99};
    double[] weights = {1000, 1000};
    return new Horizon(days, forest, new Calibration(ends, ends, weights));
  }

  private static TreeNode split(int attribute, double threshold, TreeNode below, TreeNode above) {
    return new TreeNode.NumericSplit(
        attribute,
        threshold,
        new TreeNode.Branch(0.5, below),
        new TreeNode.Branch(0.5, above),
        null);
  }

  private static TreeNode leaf(double unpaid) {
    return new TreeNode.Leaf(new ClassWeights(1 - unpaid, unpaid));
  }

  private Prediction predict(InvoiceExample example) {
    FeatureInput in = input(example);
    return scorer.predict(in, WITH_REGION.valuesOf(in), Portfolio.UNKNOWN);
  }

  private double[] rowOf(InvoiceExample example, FeatureSet set) {
    return scorer.row(set.valuesOf(input(example)));
  }

  private static FeatureInput input(InvoiceExample example) {
    Invoice invoice = example.invoice();
    return new FeatureInput(
        invoice,
        PaymentHistory.NONE,
        aCustomer().fact().profile(),
        Indicators.NONE,
        LabelPolicy.DEFAULT,
        invoice.issuedOn(),
        morningOf(invoice.issuedOn()));
  }

  private static AttributeValue word(String value) {
    return new AttributeValue.Category(value);
  }
}
