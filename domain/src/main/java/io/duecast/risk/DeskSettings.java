package io.duecast.risk;

import io.duecast.feature.FeatureSet;
import io.duecast.outcome.LabelPolicy;
import java.time.ZoneId;
import java.util.List;

/**
 * What a company sets for the assessment of its invoices.
 *
 * @param zone in which its business days begin
 */
public record DeskSettings(
    LabelPolicy policy, BandLimits limits, FeatureSet features, ZoneId zone) {
  /** Three days of grace, the catalogue's features, days in UTC. */
  public static final DeskSettings DEFAULT =
      new DeskSettings(
          LabelPolicy.DEFAULT, BandLimits.DEFAULT, FeatureSet.with(List.of()), ZoneId.of("UTC"));
}
