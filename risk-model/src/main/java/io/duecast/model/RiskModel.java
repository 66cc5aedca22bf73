package io.duecast.model;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A model as it was read from its file, or is ready to be written to one.
 *
 * @param chain says when an invoice will be paid
 * @param days on which it will be paid
 */
public record RiskModel(ModelManifest manifest, HorizonChain chain, PaymentDays days) {
  public RiskModel {
    require(
        manifest.features().equals(chain.features()),
        "the manifest and the forests have different features");
    require(
        chain.features().equals(days.forest().forest().features()),
        "the forest of the days of payment has other features");
    require(
        manifest.horizonDays().equals(HorizonChain.DAYS),
        "the manifest has the horizons %s",
        manifest.horizonDays());
  }

  /** A row of served features, as they stand in an event; what is not there is missing. */
  public double[] row(Map<String, AttributeValue> features) {
    List<ModelFeature> wanted = chain.features();
    double[] row = new double[wanted.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = wanted.get(i).inRow(value(wanted.get(i), features.get(wanted.get(i).key())));
    }
    return row;
  }

  private static double value(ModelFeature feature, @Nullable AttributeValue value) {
    if (value instanceof AttributeValue.Numeric it && !feature.isCategory()) {
      return it.value();
    }
    if (value instanceof AttributeValue.Category it && feature.isCategory()) {
      int index = feature.values().indexOf(it.value());
      return index < 0 ? Double.NaN : index;
    }
    return Double.NaN;
  }
}
