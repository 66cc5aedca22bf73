package io.duecast.service.settings;

import io.duecast.feature.DeclaredFeature;
import io.duecast.feature.FeatureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Declared features as text: {@code invoice.rate:number, customer.region:category}. */
public final class FeatureText {
  private static final Pattern ONE =
      Pattern.compile("(invoice|customer|crm|indicator)\\.([^,]+):(number|category)");
  private static final Map<String, DeclaredFeature.Source> SOURCES =
      Map.of(
          "invoice", DeclaredFeature.Source.INVOICE,
          "customer", DeclaredFeature.Source.CUSTOMER,
          "crm", DeclaredFeature.Source.CRM,
          "indicator", DeclaredFeature.Source.INDICATOR);

  private FeatureText() {}

  /** One feature as it is written in a list. */
  public static String of(DeclaredFeature feature) {
    return feature.source().name().toLowerCase(Locale.ROOT)
        + "."
        + feature.name()
        + (feature.isCategory() ? ":category" : ":number");
  }

  /**
   * The features of a list.
   *
   * @throws IllegalArgumentException if it is none, or names one twice
   */
  public static List<DeclaredFeature> parse(String text) {
    List<DeclaredFeature> features = new ArrayList<>();
    for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
      Matcher matcher = ONE.matcher(part.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException("'" + part.strip() + "' is no declared feature");
      }
      DeclaredFeature.Source source = SOURCES.get(matcher.group(1));
      if (source == null) {
        throw new IllegalStateException(part);
      }
      features.add(
          new DeclaredFeature(matcher.group(2), source, matcher.group(3).equals("category")));
    }
    FeatureSet.with(features);
    return List.copyOf(features);
  }

  static boolean isReadable(String text) {
    try {
      return FeatureSet.with(parse(text)).size() > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
