package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.List;

/**
 * When an invoice will be paid: a chain of forests over the horizons. The first says how likely it
 * is to be late; each next one, how likely it still is to be unpaid if it was so at the horizon
 * before.
 *
 * @param horizons those of {@link #DAYS}, in order, over the same features
 */
public record HorizonChain(List<Horizon> horizons) {
  /** Days after the last day of grace; they part the ageing buckets. */
  public static final List<Integer> DAYS = List.of(0, 30, 60, 90);

  public HorizonChain {
    horizons = List.copyOf(horizons);
    List<Integer> days = horizons.stream().map(Horizon::days).toList();
    require(days.equals(DAYS), "the horizons are %s, not %s", days, DAYS);
    List<ModelFeature> features = horizons.get(0).forest().features();
    for (Horizon horizon : horizons) {
      require(
          horizon.forest().features().equals(features),
          "horizon %d: its forest has other features",
          horizon.days());
    }
  }

  public List<ModelFeature> features() {
    return first().forest().features();
  }

  /** The one that says how likely an invoice is to be late. */
  public Horizon first() {
    return horizons.get(0);
  }

  /**
   * What is expected of an invoice when it is issued.
   *
   * @param row as for {@link CompiledForest#score}
   */
  public SettlementCurve curve(double[] row) {
    return curve(row, first().forest().score(row));
  }

  /** The same, with the first forest's vote at hand. */
  SettlementCurve curve(double[] row, double firstVote) {
    double after0 = first().calibration().probability(firstVote);
    double after30 = after0 * horizons.get(1).probabilityUnpaid(row);
    double after60 = after30 * horizons.get(2).probabilityUnpaid(row);
    double after90 = after60 * horizons.get(3).probabilityUnpaid(row);
    return new SettlementCurve(after0, after30, after60, after90);
  }
}
