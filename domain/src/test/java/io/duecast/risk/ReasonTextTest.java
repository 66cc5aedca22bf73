package io.duecast.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.feature.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTextTest {
  static Stream<Feature> numbers() {
    return Arrays.stream(Feature.values()).filter(it -> !it.isCategory());
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void everyNumberHasASentenceOfItsOwnInBothLanguages(Feature feature) {
    for (double value : new double[] {-3, 0, 0.4, 1, 7}) {
      String english = say(feature.key(), value, Locale.ENGLISH);
      String german = say(feature.key(), value, Locale.GERMANY);
      assertThat(List.of(english, german))
          .allSatisfy(it -> assertThat(it).doesNotContain("_", "{", "NaN"));
      assertThat(german).isNotEqualTo(english);
    }
  }

  @Test
  void bothLanguagesHaveTheSameSentences() {
    assertThat(keys(Locale.GERMAN)).isEqualTo(keys(Locale.ENGLISH));
  }

  @Test
  void aRatioIsAPercentage() {
    assertThat(say("late_ratio_20", 0.35, Locale.ENGLISH))
        .isEqualTo("35% of the last 20 invoices paid were late");
    assertThat(say("late_ratio_20", 0.35, Locale.GERMANY))
        .isEqualTo("35\u00a0% der letzten 20 bezahlten Rechnungen waren verspätet");
  }

  @Test
  void earlyAndNothingAreSaidInWords() {
    assertThat(say("mean_days_past_due", 14.15625, Locale.ENGLISH))
        .isEqualTo("On average the customer pays 14.2 days after the due date");
    assertThat(say("mean_days_past_due", -2, Locale.ENGLISH))
        .isEqualTo("On average the customer pays 2 days before the due date");
    assertThat(say("overdue_amount", 0, Locale.ENGLISH))
        .isEqualTo("Nothing of what the customer owes is overdue");
    assertThat(say("overdue_amount", 12345.5, Locale.GERMANY))
        .isEqualTo("12.345,50 der Schulden des Kunden sind überfällig");
    assertThat(say("due_weekday", 5, Locale.ENGLISH)).isEqualTo("The invoice is due on a Friday");
  }

  @Test
  void aColumnOfTheCompanysOwnIsToldByItsName() {
    assertThat(say("invoice.discount_class", 3, Locale.ENGLISH)).isEqualTo("discount class is 3");
    assertThat(
            ReasonText.of(
                new Reason("invoice.kind", Double.NaN, "service", 0.1, "word"), Locale.ENGLISH))
        .isEqualTo("kind is service");
    assertThat(say("invoice.kind", Double.NaN, Locale.ENGLISH)).isEqualTo("Not known: kind");
  }

  @Test
  void anyOtherLanguageIsEnglish() {
    assertThat(say("overdue_amount", 0, Locale.FRENCH))
        .isEqualTo(say("overdue_amount", 0, Locale.ENGLISH));
  }

  private static String say(String feature, double value, Locale locale) {
    return ReasonText.of(new Reason(feature, value, null, 0.1, feature), locale);
  }

  private static List<String> keys(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "io.duecast.risk.reasons",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return bundle.keySet().stream().sorted().toList();
  }
}
