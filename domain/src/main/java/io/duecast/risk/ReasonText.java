package io.duecast.risk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Reasons as sentences that a collector understands, in English or German; any other language is
 * English. A feature of the catalogue has a sentence of its own, with variants for nothing and for
 * less than nothing; a column of the company's own is told by its name.
 */
public final class ReasonText {
  private static final String BUNDLE = "io.duecast.risk.reasons";
  private static final ResourceBundle.Control ONLY_WHAT_IS_ASKED =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private ReasonText() {}

  /** One plain sentence in English. */
  public static String of(Reason reason) {
    return of(reason, Locale.ENGLISH);
  }

  /** One plain sentence in a language. */
  public static String of(Reason reason, Locale locale) {
    Locale spoken =
        locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? locale : Locale.ENGLISH;
    ResourceBundle sentences = ResourceBundle.getBundle(BUNDLE, spoken, ONLY_WHAT_IS_ASKED);
    String name = nameOf(reason.feature());
    String key = reason.textKey();
    double value = reason.value();
    if (reason.word() != null) {
      return format(sentences, "word", spoken, name, reason.word());
    }
    if (key.equals("no-history") || key.equals("other")) {
      return format(sentences, key, spoken, name);
    }
    if (Double.isNaN(value)) {
      return format(sentences, "missing", spoken, name);
    }
    if (!sentences.containsKey(key)) {
      return format(sentences, "number", spoken, name, value);
    }
    String variant = key + (Math.abs(value) < 0.05 ? ".zero" : value < 0 ? ".negative" : "");
    boolean hasVariant = sentences.containsKey(variant) && !isSmallShare(key, value, sentences);
    return format(
        sentences, hasVariant ? variant : key, spoken, hasVariant ? Math.abs(value) : value);
  }

  /** A share of one in a hundred is not nothing. */
  private static boolean isSmallShare(String key, double value, ResourceBundle sentences) {
    return value != 0 && sentences.getString(key).contains("percent") && value > 0;
  }

  private static String format(
      ResourceBundle sentences, String key, Locale locale, Object... values) {
    return new MessageFormat(sentences.getString(key), locale).format(values);
  }

  /** As a person would read it: without where the column came from. */
  private static String nameOf(String feature) {
    return feature.substring(feature.indexOf('.') + 1).replace('_', ' ');
  }
}
