package io.duecast.feature;

import static io.duecast.Examples.FIRST_DAY;
import static io.duecast.Examples.aCustomer;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.envelope;
import static io.duecast.Examples.morningOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.CustomerExample;
import io.duecast.InvoiceExample;
import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.AttributeValue.Category;
import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.customer.PartyType;
import io.duecast.feature.DeclaredFeature.Source;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.EconomicIndicator;
import io.duecast.indicator.IndicatorHistory;
import io.duecast.indicator.Indicators;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeatureSetTest {
  private static final FeatureSet SET =
      FeatureSet.with(
          List.of(
              new DeclaredFeature("channel", Source.INVOICE, true),
              new DeclaredFeature("weight", Source.INVOICE, false),
              new DeclaredFeature("region", Source.CUSTOMER, true),
              new DeclaredFeature("visits", Source.CRM, false),
              new DeclaredFeature("unemployment", Source.INDICATOR, false)));

  @Test
  void declaredAttributesAreServedByName() {
    Map<String, AttributeValue> values =
        valuesOf(
            anInvoice().attribute("channel", new Category("web")).attribute("weight", num(17)),
            aCustomer().attribute("region", new Category("south")).crm("visits", 3),
            Indicators.NONE);

    assertThat(values)
        .containsEntry("invoice.channel", new Category("web"))
        .containsEntry("invoice.weight", num(17))
        .containsEntry("customer.region", new Category("south"))
        .containsEntry("crm.visits", num(3));
  }

  @Test
  void whatIsMissingIsLeftOut() {
    assertThat(valuesOf(anInvoice(), aCustomer(), Indicators.NONE))
        .doesNotContainKeys(
            "invoice.channel",
            "invoice.weight",
            "customer.region",
            "crm.visits",
            "indicator.unemployment",
            "prior_late_ratio",
            "country");
  }

  @Test
  void aWordNeverSeenIsServedAsItIsAndAnUndeclaredColumnIsNot() {
    assertThat(
            valuesOf(
                anInvoice()
                    .attribute("channel", new Category("carrier pigeon"))
                    .attribute("colour", new Category("red")),
                aCustomer(),
                Indicators.NONE))
        .containsEntry("invoice.channel", new Category("carrier pigeon"))
        .doesNotContainKey("invoice.colour");
  }

  @Test
  void aNumberAsACategoryIsItsWordAndAWordAsANumberIsMissing() {
    assertThat(
            valuesOf(
                anInvoice().attribute("channel", num(7)).attribute("weight", new Category("heavy")),
                aCustomer(),
                Indicators.NONE))
        .containsEntry("invoice.channel", new Category("7.0"))
        .doesNotContainKey("invoice.weight");
  }

  @Test
  void theFigureNearestToTheCustomerIsUsed() {
    Indicators indicators =
        (series, country, industry) ->
            figure(country == null ? 1.1 : industry == null ? 1.3 : Double.NaN);

    assertThat(valuesOf(anInvoice(), aCustomer(), indicators))
        .containsEntry("indicator.unemployment", num(1.1));
    assertThat(valuesOf(anInvoice(), aCustomer().country("DE").industry("C25"), indicators))
        .containsEntry("indicator.unemployment", num(1.3));
  }

  @Test
  void anUnknownAmountMakesWhatDependsOnItMissing() {
    FeatureVector vector =
        SET.valuesOf(in(anInvoice().payable((Money) null), aCustomer(), Indicators.NONE));

    assertThat(vector.number(Feature.AMOUNT_PAYABLE)).isNaN();
    assertThat(vector.number(Feature.OPEN_AMOUNT)).isNaN();
    assertThat(vector.number(Feature.OVERDUE_AMOUNT)).isNaN();
    assertThat(vector.number(Feature.AMOUNT_TO_MEAN)).isNaN();
    assertThat(vector.asMap()).doesNotContainKey("currency");
  }

  @Test
  void catalogueCategoriesAreServed() {
    assertThat(
            valuesOf(
                anInvoice().paymentMeans("58"),
                aCustomer().partyType(PartyType.PUBLIC).country("DE").segment("key"),
                Indicators.NONE))
        .containsEntry("document_type", new Category("INVOICE"))
        .containsEntry("currency", new Category("EUR"))
        .containsEntry("payment_means", new Category("58"))
        .containsEntry("party_type", new Category("PUBLIC"))
        .containsEntry("country", new Category("DE"))
        .containsEntry("segment", new Category("key"));
  }

  @Test
  void aNameIsDeclaredOnceAndWordsComeFromColumnsOnly() {
    DeclaredFeature channel = new DeclaredFeature("channel", Source.INVOICE, true);

    assertThatThrownBy(() -> FeatureSet.with(List.of(channel, channel)))
        .hasMessageContaining("invoice.channel is declared twice");
    assertThatThrownBy(() -> new DeclaredFeature("visits", Source.CRM, true))
        .hasMessageContaining("visits: a word cannot come from CRM");
  }

  @Test
  void aSetIsKnownByItsNamesAndKinds() {
    FeatureSet words = FeatureSet.with(List.of(new DeclaredFeature("x", Source.INVOICE, true)));
    FeatureSet numbers = FeatureSet.with(List.of(new DeclaredFeature("x", Source.INVOICE, false)));

    assertThat(words.fingerprint()).hasSize(16).isNotEqualTo(numbers.fingerprint());
    assertThat(FeatureSet.with(List.of(new DeclaredFeature("x", Source.INVOICE, true))))
        .extracting(FeatureSet::fingerprint)
        .isEqualTo(words.fingerprint());
  }

  private static Map<String, AttributeValue> valuesOf(
      InvoiceExample invoice, CustomerExample customer, Indicators indicators) {
    return SET.valuesOf(in(invoice, customer, indicators)).asMap();
  }

  private static FeatureInput in(
      InvoiceExample invoice, CustomerExample customer, Indicators indicators) {
    return new FeatureInput(
        invoice.invoice(),
        PaymentHistory.NONE,
        customer.fact().profile(),
        indicators,
        LabelPolicy.DEFAULT,
        FIRST_DAY,
        morningOf(FIRST_DAY));
  }

  private static IndicatorHistory figure(double value) {
    if (Double.isNaN(value)) {
      return IndicatorHistory.NONE;
    }
    @Nullable String everywhere = null;
    return IndicatorHistory.NONE.after(
        new EconomicIndicator(
            envelope("unemployment", morningOf(day("2026-02-15"))),
            "unemployment",
            everywhere,
            everywhere,
            day("2026-01-01"),
            value,
            morningOf(day("2026-02-15")),
            1));
  }

  private static AttributeValue num(double value) {
    return new Numeric(value);
  }
}
