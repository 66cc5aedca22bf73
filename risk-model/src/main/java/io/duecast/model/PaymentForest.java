package io.duecast.model;

import static io.duecast.check.Check.require;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A forest that says on which days past due invoices like this one were paid: each of its leaves
 * keeps the days of those that came there, and an invoice's days are those of all the leaves that
 * it comes to (Meinshausen, Quantile regression forests, 2006). Customers are told apart by their
 * past, so a long one speaks for itself, and a short one is as those like it. Immutable; any number
 * of threads may ask at once.
 */
public final class PaymentForest {
  private final CompiledForest forest;

  /** {@link PaidDays#POINTS} for each leaf, in the order of the nodes. */
  private final short[] days;

  /** The place of a node among the leaves. */
  private final int[] leafOf;

  /**
   * @throws IllegalArgumentException if the days are not so many, or fall within a leaf
   */
  PaymentForest(CompiledForest forest, short[] days) {
    this.forest = forest;
    this.days = days.clone();
    this.leafOf = new int[forest.nodes()];
    int leaves = 0;
    for (int node = 0; node < leafOf.length; node++) {
      leafOf[node] = leaves;
      leaves += forest.isLeaf(node) ? 1 : 0;
    }
    require(days.length == leaves * PaidDays.POINTS, "%d days for %d leaves", days.length, leaves);
    for (int i = 0; i < days.length; i++) {
      require(
          Math.abs(days[i]) <= PaidDays.LONGEST_DAYS
              && (i % PaidDays.POINTS == 0 || days[i - 1] <= days[i]),
          "the day %d of a leaf follows on another",
          days[i]);
    }
  }

  /**
   * Sends invoices through a forest, and keeps their days where they come to. A leaf that none
   * comes to keeps the days of all.
   *
   * @param rows as for {@link CompiledForest#score}
   * @param days past due: of the payment, or the last on which the invoice was seen open
   * @param paid whether the day is that of the payment
   */
  public static PaymentForest fit(
      CompiledForest forest, double[][] rows, int[] days, boolean[] paid) {
    List<Seen> all = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      all.add(new Seen(row, 1));
    }
    short[] ofAll = points(all, days, paid);
    short[][] byNode = new short[forest.nodes()][];
    for (int tree = 0; tree < forest.trees(); tree++) {
      seen(forest, tree, rows).forEach((leaf, it) -> byNode[leaf] = points(it, days, paid));
    }
    int leaves = 0;
    short[] flat = new short[byNode.length * PaidDays.POINTS];
    for (int node = 0; node < byNode.length; node++) {
      if (forest.isLeaf(node)) {
        short[] points = byNode[node] == null ? ofAll : byNode[node];
        System.arraycopy(points, 0, flat, leaves++ * PaidDays.POINTS, PaidDays.POINTS);
      }
    }
    return new PaymentForest(forest, Arrays.copyOf(flat, leaves * PaidDays.POINTS));
  }

  /** The rows that come to each leaf of a tree. */
  private static Map<Integer, List<Seen>> seen(CompiledForest forest, int tree, double[][] rows) {
    Map<Integer, List<Seen>> seen = new HashMap<>();
    for (int row = 0; row < rows.length; row++) {
      int number = row;
      forest.reach(
          tree,
          rows[row],
          (leaf, share) ->
              seen.computeIfAbsent(leaf, it -> new ArrayList<>()).add(new Seen(number, share)));
    }
    return seen;
  }

  private record Seen(int row, double share) {}

  private static short[] points(List<Seen> seen, int[] days, boolean[] paid) {
    int[] theirs = new int[seen.size()];
    boolean[] theirPaid = new boolean[theirs.length];
    double[] weights = new double[theirs.length];
    for (int i = 0; i < theirs.length; i++) {
      theirs[i] = days[seen.get(i).row()];
      theirPaid[i] = paid[seen.get(i).row()];
      weights[i] = seen.get(i).share();
    }
    return new PaidDays(theirs, theirPaid, weights).points();
  }

  /** In the order of a row. */
  public List<ModelFeature> features() {
    return forest.features();
  }

  /** What it says of a row. */
  public PaymentCurve curve(double[] row) {
    PaymentCurve curve = new PaymentCurve(days, forest.trees());
    for (int tree = 0; tree < forest.trees(); tree++) {
      forest.reach(tree, row, (leaf, share) -> curve.add(leafOf[leaf], share));
    }
    return curve;
  }

  CompiledForest forest() {
    return forest;
  }

  short[] days() {
    return days.clone();
  }
}
