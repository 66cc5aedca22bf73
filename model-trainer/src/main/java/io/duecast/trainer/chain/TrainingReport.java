package io.duecast.trainer.chain;

import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.Parity;
import io.duecast.trainer.quality.Metrics;
import java.util.List;

/**
 * What a training tried and took.
 *
 * @param shapes the candidates, each with its figures on the last part of the training rows; empty
 *     if there were too few rows to measure
 * @param chosen of these, the best by Brier
 * @param balances what to do about late rows being few, each with its figures on the same part;
 *     empty if there were too few rows to measure
 * @param links of the chain, in order
 */
public record TrainingReport(
    List<TriedShape> shapes, ForestSettings chosen, List<TriedBalance> balances, List<Link> links) {
  public TrainingReport {
    shapes = List.copyOf(shapes);
    balances = List.copyOf(balances);
    links = List.copyOf(links);
  }

  /** That of all links together. */
  public Parity parity() {
    return links.stream().map(Link::parity).reduce(Parity.NONE, Parity::and);
  }

  /** A candidate, with so many rounds of correction, and how its calibrated probabilities did. */
  public record TriedShape(ForestShape shape, int rounds, Metrics metrics) {}

  /** A way to balance the classes and how its calibrated probabilities did. */
  public record TriedBalance(ClassBalance balance, Metrics metrics) {}

  /**
   * A link of the chain.
   *
   * @param days of the horizon
   * @param rows learned from
   * @param late of these
   * @param constant whether these were too few: the link then says the same of every invoice
   * @param parity of the compiled forest with Weka's
   */
  public record Link(int days, int rows, int late, boolean constant, Parity parity) {}
}
