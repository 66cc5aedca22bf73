package io.duecast.trainer.forest;

import static io.duecast.check.Check.require;

import io.duecast.trainer.calibration.VoteScale;

/**
 * How a forest is grown: the first trees learn the labels, those of each round of correction learn
 * what the trees before still get wrong on rows that they have not seen.
 *
 * @param firstTrees at least 2, so that a row can be out of the bag of one
 * @param rounds of correction; 0 for a forest as it is usually understood
 * @param treesPerRound over twice the first trees: the share of its error that a round corrects
 * @param bagShare share of the rows that a tree learns from, drawn without putting back
 * @param inputShare share of the inputs that are tried at a split, in (0, 1]
 * @param minimumLeaf a node of fewer than twice as many rows is not split
 * @param balance what is done about late rows being few
 * @param seed the same, the same forest, whatever the number of threads
 */
public record ForestSettings(
    int firstTrees,
    int rounds,
    int treesPerRound,
    double bagShare,
    double inputShare,
    int minimumLeaf,
    ClassBalance balance,
    long seed) {
  /** A tree of more rows is not better by what it costs. */
  static final int MOST_ROWS_OF_A_BAG = 60_000;

  public ForestSettings {
    require(firstTrees >= 2, "%d trees are no forest", firstTrees);
    require(rounds >= 0 && treesPerRound >= 2, "%d rounds of %d trees", rounds, treesPerRound);
    require(bagShare > 0 && bagShare < 1, "a bag of %s of the rows", bagShare);
    require(inputShare > 0 && inputShare <= 1, "%s is no share of the inputs", inputShare);
    require(minimumLeaf >= 1, "a leaf of at least %d rows", minimumLeaf);
  }

  /** So many rounds, all else the same. */
  public ForestSettings withRounds(int value) {
    return new ForestSettings(
        firstTrees, value, treesPerRound, bagShare, inputShare, minimumLeaf, balance, seed);
  }

  /** Another balance, all else the same. */
  public ForestSettings withBalance(ClassBalance value) {
    return new ForestSettings(
        firstTrees, rounds, treesPerRound, bagShare, inputShare, minimumLeaf, value, seed);
  }

  /** Trees after so many rounds. */
  public int treesAfter(int round) {
    return firstTrees + round * treesPerRound;
  }

  /** What the vote of the trees after so many rounds estimates. */
  public VoteScale voteScale(int round) {
    return new VoteScale(firstTrees, treesAfter(round));
  }

  /** So many times the trees: less chance, the same estimate. */
  public ForestSettings times(int factor) {
    return new ForestSettings(
        firstTrees * factor,
        rounds,
        treesPerRound * factor,
        bagShare,
        inputShare,
        minimumLeaf,
        balance,
        seed);
  }

  /** Inputs tried at a split, of so many. */
  int inputsPerSplit(int inputs) {
    return Math.clamp(Math.round(inputShare * inputs), 1, inputs);
  }

  /** Whether a tree that learns from so many can tell any of them apart. */
  public boolean canSplit(int rows) {
    return bagRows(rows) >= 2 * minimumLeaf;
  }

  /** Rows of a bag, of so many. */
  int bagRows(int rows) {
    return Math.clamp(Math.round(bagShare * rows), 1, MOST_ROWS_OF_A_BAG);
  }
}
