package io.duecast.model;

import static io.duecast.check.Check.require;

/**
 * A model as it was read from its file, or is ready to be written to one.
 *
 * @param chain says when an invoice will be paid
 * @param offsets the day within an ageing bucket
 */
public record RiskModel(ModelManifest manifest, HorizonChain chain, ExpectedOffsets offsets) {
  public RiskModel {
    require(
        manifest.features().equals(chain.features()),
        "the manifest and the forests have different features");
    require(
        manifest.horizonDays().equals(HorizonChain.DAYS),
        "the manifest has the horizons %s",
        manifest.horizonDays());
  }
}
