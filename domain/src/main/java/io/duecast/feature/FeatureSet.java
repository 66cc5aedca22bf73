package io.duecast.feature;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The features that are served: the catalogue, then those declared in configuration. */
public final class FeatureSet {
  private static final Feature[] CATALOGUE = Feature.values();

  private final List<DeclaredFeature> declared;
  private final List<String> keys;
  private final boolean[] isCategory;
  private final String fingerprint;

  private FeatureSet(List<DeclaredFeature> declared) {
    this.declared = List.copyOf(declared);
    List<String> names = new ArrayList<>();
    for (Feature feature : CATALOGUE) {
      names.add(feature.key());
    }
    declared.forEach(feature -> names.add(feature.key()));
    Set<String> seen = new HashSet<>();
    names.forEach(name -> require(seen.add(name), "the feature %s is declared twice", name));
    this.keys = List.copyOf(names);
    this.isCategory = new boolean[names.size()];
    for (int i = 0; i < isCategory.length; i++) {
      isCategory[i] =
          i < CATALOGUE.length
              ? CATALOGUE[i].isCategory()
              : declared.get(i - CATALOGUE.length).isCategory();
    }
    this.fingerprint = fingerprint(names, isCategory);
  }

  /**
   * The catalogue and these.
   *
   * @throws IllegalArgumentException if one is declared twice
   */
  public static FeatureSet with(List<DeclaredFeature> declared) {
    return new FeatureSet(declared);
  }

  /** The names, in the order of the values of a vector. */
  public List<String> keys() {
    return keys;
  }

  public int size() {
    return keys.size();
  }

  public boolean isCategory(int index) {
    return isCategory[index];
  }

  /** Tells two sets apart: 16 hex digits over names and kinds. */
  public String fingerprint() {
    return fingerprint;
  }

  /** The values of an invoice's features. */
  public FeatureVector valuesOf(FeatureInput in) {
    double[] numbers = new double[keys.size()];
    @Nullable String[] categories = new String[keys.size()];
    for (int i = 0; i < CATALOGUE.length; i++) {
      if (isCategory[i]) {
        categories[i] = CATALOGUE[i].category(in);
        numbers[i] = Double.NaN;
      } else {
        numbers[i] = CATALOGUE[i].number(in);
      }
    }
    for (int i = CATALOGUE.length; i < numbers.length; i++) {
      AttributeValue value = declaredValue(declared.get(i - CATALOGUE.length), in);
      numbers[i] =
          !isCategory[i] && value instanceof AttributeValue.Numeric it ? it.value() : Double.NaN;
      categories[i] = isCategory[i] ? word(value) : null;
    }
    return new FeatureVector(this, numbers, categories);
  }

  private static @Nullable String word(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> null;
      case AttributeValue.Category it -> it.value();
      case AttributeValue.Numeric it -> Double.toString(it.value());
    };
  }

  private static @Nullable AttributeValue declaredValue(DeclaredFeature feature, FeatureInput in) {
    return switch (feature.source()) {
      case INVOICE -> in.invoice().attributes().get(feature.name());
      case CUSTOMER -> in.profile().attributes().get(feature.name());
      case CRM -> {
        Double signal = in.profile().crmSignals().get(feature.name());
        yield signal == null ? null : new AttributeValue.Numeric(signal);
      }
      case INDICATOR -> new AttributeValue.Numeric(indicator(feature.name(), in));
    };
  }

  /** The figure nearest to the customer: its country and industry, its country, or the series. */
  private static double indicator(String series, FeatureInput in) {
    String country = in.profile().country();
    String industry = in.profile().industryCode();
    double value = in.indicators().of(series, country, industry).latest(in.knownAt());
    if (Double.isNaN(value) && industry != null) {
      value = in.indicators().of(series, country, null).latest(in.knownAt());
    }
    if (Double.isNaN(value) && country != null) {
      value = in.indicators().of(series, null, null).latest(in.knownAt());
    }
    return value;
  }

  private static String fingerprint(List<String> names, boolean[] isCategory) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < isCategory.length; i++) {
      text.append(names.get(i)).append(isCategory[i] ? ":category\n" : ":number\n");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
