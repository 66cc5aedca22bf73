package io.duecast.trainer.chain;

import static io.duecast.check.Check.require;

import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;
import java.util.List;

/**
 * What a training may spend: the same for every book. The search is bounded by the rows and trees
 * of the forests that it measures, not by a clock, so that it finds the same again.
 *
 * @param firstTrees of a forest, before any correction
 * @param mostRounds of correction; the best number on the last part of the training rows is taken
 * @param treesPerRound of each
 * @param treeRows trees times rows that a forest may cost: where rows are few, up to four times the
 *     trees that were measured take out chance
 * @param bagShare share of the rows that a tree learns from
 * @param searchRows the most that a measured forest learns from, the latest of them
 * @param shapes the candidates; the best on the last part of the training rows is taken
 */
public record TrainingSettings(
    int firstTrees,
    int mostRounds,
    int treesPerRound,
    long treeRows,
    double bagShare,
    int searchRows,
    List<ForestShape> shapes) {
  /** With fewer rows in all there is no model. */
  public static final int FEWEST_ROWS = 200;

  /** With fewer of either label a forest learns single invoices by heart. */
  public static final int FEWEST_OF_A_LABEL = 20;

  private static final int MOST_TIMES = 4;

  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          40,
          8,
          24,
          5_000_000,
          0.22,
          6_000,
          List.of(new ForestShape(0.1, 60), new ForestShape(0.1, 100)));

  /** Few and small trees: for tests, and to look at the machinery. */
  public static final TrainingSettings QUICK =
      new TrainingSettings(20, 1, 8, 0, 0.4, 2_000, List.of(new ForestShape(0.2, 20)));

  /** The same with what was chosen as the only candidate. */
  public TrainingSettings only(ForestSettings chosen) {
    return new TrainingSettings(
        firstTrees,
        chosen.rounds(),
        treesPerRound,
        treeRows,
        bagShare,
        searchRows,
        List.of(new ForestShape(chosen.inputShare(), chosen.minimumLeaf())));
  }

  public TrainingSettings {
    shapes = List.copyOf(shapes);
    require(!shapes.isEmpty(), "no candidate to choose from");
    require(mostRounds >= 0, "%d rounds", mostRounds);
    require(searchRows >= FEWEST_ROWS, "a search on %d rows", searchRows);
  }

  /** How many times the trees of a forest fit, on so many rows. */
  int times(int trees, int rows) {
    return Math.clamp(treeRows / ((long) trees * rows), 1, MOST_TIMES);
  }

  ForestSettings forest(ForestShape shape, int rounds, long seed) {
    return new ForestSettings(
        firstTrees,
        rounds,
        treesPerRound,
        bagShare,
        shape.inputShare(),
        shape.minimumLeaf(),
        ClassBalance.NONE,
        seed);
  }
}
