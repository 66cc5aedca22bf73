package io.duecast.trainer.chain;

import static io.duecast.check.Check.require;

import java.util.List;

/**
 * What a training may spend: the same for every book.
 *
 * @param trees of each forest of the model
 * @param searchTrees of each forest that is only measured
 * @param searchRows the most that a measured forest learns from, the latest of them
 * @param shapes the candidates; the best on the last part of the training rows is taken
 */
public record TrainingSettings(
    int trees, int searchTrees, int searchRows, List<ForestShape> shapes) {
  /** With fewer rows in all there is no model. */
  public static final int FEWEST_ROWS = 200;

  /** With fewer of either label a forest learns single invoices by heart. */
  public static final int FEWEST_OF_A_LABEL = 20;

  public static final TrainingSettings DEFAULT =
      new TrainingSettings(
          200,
          40,
          20_000,
          List.of(
              new ForestShape(0.1, 20),
              new ForestShape(0.1, 60),
              new ForestShape(0.2, 20),
              new ForestShape(0.2, 60)));

  /** Few and small trees: for tests, and to look at the machinery. */
  public static final TrainingSettings QUICK =
      new TrainingSettings(10, 4, 2_000, List.of(new ForestShape(0.2, 20)));

  /** The same with another number of trees in each forest of the model. */
  public TrainingSettings withTrees(int other) {
    return new TrainingSettings(other, searchTrees, searchRows, shapes);
  }

  /** The same with one candidate alone, which needs no search. */
  public TrainingSettings only(ForestShape shape) {
    return new TrainingSettings(trees, searchTrees, searchRows, List.of(shape));
  }

  public TrainingSettings {
    shapes = List.copyOf(shapes);
    require(!shapes.isEmpty(), "no candidate to choose from");
    require(trees >= 2 && searchTrees >= 2, "%d trees, %d to search with", trees, searchTrees);
    require(searchRows >= FEWEST_ROWS, "a search on %d rows", searchRows);
  }
}
