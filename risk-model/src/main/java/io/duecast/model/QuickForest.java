package io.duecast.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A forest's trees packed for speed: a node is one word, a question is one subtraction of whole
 * numbers, and eight trees go down together, so that no step waits for the one before. Its nodes
 * have the numbers they have in the {@link CompiledForest}, whose slow walk says the same to the
 * last bit.
 *
 * <p>A word holds, from the top, the feature asked for, how far on its first child lies, and a code
 * of {@link RowCodes} with a shift in its free bits: code less the row's, shifted, is the child's
 * place among its siblings. A leaf asks for a feature that every row has, leads to itself, and has
 * its own number for a code.
 *
 * <p>Where a value is missing, the walk goes to the first child; what it passed by is walked in
 * turn, and summed as Weka does, from the deepest question up.
 */
final class QuickForest {
  /** Says that a row asks for more than a thread has room for. */
  static final double TOO_MUCH = Double.NaN;

  private static final int TOGETHER = 8;
  private static final int NUMBER_SHIFT = 31;
  private static final long LOW = 0xffff_ffffL;

  private static final ThreadLocal<Walks> WALKS = ThreadLocal.withInitial(Walks::new);

  private final RowCodes codes;
  private final int[] roots;
  private final double[] share;
  private final double[] mean;
  private final int moveBits;
  private final int moveMask;
  private final long[] nodes;

  /** Of each leaf, the shares of the paid and of the unpaid. */
  private final double[] votes;

  /** Of each leaf, the bits of the features asked for on the way from the root. */
  private final long[] asked;

  private QuickForest(
      RowCodes codes, int[] roots, ForestArrays forest, double[] mean, int moveBits) {
    this.codes = codes;
    this.roots = roots;
    this.share = forest.share;
    this.mean = mean;
    this.moveBits = moveBits;
    this.moveMask = (1 << moveBits) - 1;
    this.nodes = new long[forest.attribute.length];
    int leaves = 0;
    for (short attribute : forest.attribute) {
      leaves += attribute == ForestArrays.LEAF ? 1 : 0;
    }
    this.votes = new double[2 * leaves];
    this.asked = new long[leaves];
  }

  /**
   * The same trees, or null if their words would not hold them: wide trees over thousands of
   * features.
   *
   * @param firstChild of each node that is no leaf
   * @param mean of each node, what it says if nothing more is known
   */
  static @Nullable QuickForest of(
      List<ModelFeature> features,
      ForestArrays forest,
      int[] roots,
      int[] firstChild,
      double[] mean) {
    RowCodes codes = RowCodes.of(features, forest);
    int furthest = 0;
    for (int node = 0; node < firstChild.length; node++) {
      furthest = Math.max(furthest, firstChild[node] - node);
    }
    int codeBits = Integer.SIZE - 1 - RowCodes.SHIFT;
    if (bits(furthest) + bits(codes.features()) > Integer.SIZE
        || bits(firstChild.length) > codeBits) {
      return null;
    }
    QuickForest quick = new QuickForest(codes, roots, forest, mean, bits(furthest));
    quick.pack(forest, firstChild);
    return quick;
  }

  private static int bits(int value) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(value);
  }

  private void pack(ForestArrays forest, int[] firstChild) {
    long[] above = new long[nodes.length];
    int leaf = 0;
    for (int node = 0; node < nodes.length; node++) {
      int feature = forest.attribute[node];
      if (feature == ForestArrays.LEAF) {
        nodes[node] = word(codes.features(), 0, leaf << RowCodes.SHIFT | NUMBER_SHIFT);
        votes[2 * leaf] = forest.paid[node];
        votes[2 * leaf + 1] = forest.value[node];
        asked[leaf++] = above[node];
      } else {
        nodes[node] = word(feature, firstChild[node] - node, code(feature, forest.value[node]));
        for (int i = 0; i < codes.branches(feature); i++) {
          above[firstChild[node] + i] = above[node] | RowCodes.bit(feature);
        }
      }
    }
  }

  private int code(int feature, double threshold) {
    return codes.isCategory(feature)
        ? RowCodes.SHIFT
        : codes.rank(feature, threshold) << RowCodes.SHIFT | NUMBER_SHIFT;
  }

  private long word(int feature, int move, int code) {
    return (((long) feature << moveBits) | move) << Integer.SIZE | (code & LOW);
  }

  /** The forest's vote, as {@link CompiledForest#score} has it, or {@link #TOO_MUCH}. */
  double score(double[] row) {
    Walks walks = WALKS.get().room(codes.features(), roots.length);
    long missing = codes.write(row, walks.codes);
    if (missing != 0) {
      return spread(walks, missing);
    }
    walk(roots, 0, roots.length, walks);
    double paid = 0;
    double unpaid = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      int leaf = leaf(walks.end[tree]);
      paid += votes[2 * leaf];
      unpaid += votes[2 * leaf + 1];
    }
    return unpaid / (paid + unpaid);
  }

  /**
   * Adds what each question moved the vote of a complete row by; false, and nothing is added, if a
   * value is missing.
   *
   * @param weight of a tree
   */
  boolean attribute(double[] row, double weight, double[] contributions) {
    Walks walks = WALKS.get().room(codes.features(), roots.length);
    if (codes.write(row, walks.codes) != 0) {
      return false;
    }
    for (int node : roots) {
      attribute(node, walks.codes, weight, contributions);
    }
    return true;
  }

  private void attribute(int root, int[] row, double weight, double[] contributions) {
    int node = root;
    double before = mean[node];
    long word = nodes[node];
    int move = move(word, row, moveBits, moveMask);
    while (move != 0) {
      node += move;
      double after = mean[node];
      contributions[(int) (word >>> Integer.SIZE) >>> moveBits] += weight * (after - before);
      before = after;
      word = nodes[node];
      move = move(word, row, moveBits, moveMask);
    }
  }

  private double spread(Walks walks, long missing) {
    walks.begin(roots);
    for (int from = 0; from < walks.count; ) {
      int to = walks.count;
      walk(walks.start, from, to, walks);
      for (int walk = from; walk < to; walk++) {
        int leaf = leaf(walks.end[walk]);
        walks.paid[walk] = votes[2 * leaf];
        walks.unpaid[walk] = votes[2 * leaf + 1];
        if ((asked[leaf] & missing) != 0 && !passedBy(walk, walks)) {
          return TOO_MUCH;
        }
      }
      from = to;
    }
    fold(walks);
    double paid = 0;
    double unpaid = 0;
    for (int tree = 0; tree < roots.length; tree++) {
      paid += walks.paid[tree];
      unpaid += walks.unpaid[tree];
    }
    return unpaid / (paid + unpaid);
  }

  /** Lets what a walk passed by be walked; false if there is no room. */
  private boolean passedBy(int walk, Walks walks) {
    int node = walks.start[walk];
    long word = nodes[node];
    int move = move(word, walks.codes, moveBits, moveMask);
    while (move != 0) {
      int feature = (int) (word >>> Integer.SIZE) >>> moveBits;
      if (walks.codes[feature] == RowCodes.MISSING
          && !walks.passedBy(walk, node + move, codes.branches(feature))) {
        return false;
      }
      node += move;
      word = nodes[node];
      move = move(word, walks.codes, moveBits, moveMask);
    }
    return true;
  }

  /** Weka's nested sums: a question is answered after all those below it. */
  private void fold(Walks walks) {
    for (int question = walks.questions - 1; question >= 0; question--) {
      int walk = walks.walk[question];
      int child = walks.child[question];
      int others = walks.others[question];
      int more = walks.othersEnd(question) - others;
      double paid = 0 + share[child] * walks.paid[walk];
      double unpaid = 0 + share[child] * walks.unpaid[walk];
      for (int i = 0; i < more; i++) {
        double part = share[child + 1 + i];
        paid += part * walks.paid[others + i];
        unpaid += part * walks.unpaid[others + i];
      }
      walks.paid[walk] = paid;
      walks.unpaid[walk] = unpaid;
    }
  }

  private int leaf(int node) {
    return (int) nodes[node] >>> RowCodes.SHIFT;
  }

  /** From each start to its leaf. */
  private void walk(int[] start, int from, int to, Walks walks) {
    int at = from;
    for (; at + TOGETHER <= to; at += TOGETHER) {
      walkTogether(start, at, walks);
    }
    for (; at < to; at++) {
      int node = start[at];
      int move = move(nodes[node], walks.codes, moveBits, moveMask);
      while (move != 0) {
        node += move;
        move = move(nodes[node], walks.codes, moveBits, moveMask);
      }
      walks.end[at] = node;
    }
  }

  private void walkTogether(int[] start, int at, Walks walks) {
    long[] nodes = this.nodes;
    int[] row = walks.codes;
    int bits = moveBits;
    int mask = moveMask;
    int a = start[at];
    int b = start[at + 1];
    int c = start[at + 2];
    int d = start[at + 3];
    int e = start[at + 4];
    int f = start[at + 5];
    int g = start[at + 6];
    int h = start[at + 7];
    int moved;
    do {
      int move = move(nodes[a], row, bits, mask);
      a += move;
      moved = move;
      move = move(nodes[b], row, bits, mask);
      b += move;
      moved |= move;
      move = move(nodes[c], row, bits, mask);
      c += move;
      moved |= move;
      move = move(nodes[d], row, bits, mask);
      d += move;
      moved |= move;
      move = move(nodes[e], row, bits, mask);
      e += move;
      moved |= move;
      move = move(nodes[f], row, bits, mask);
      f += move;
      moved |= move;
      move = move(nodes[g], row, bits, mask);
      g += move;
      moved |= move;
      move = move(nodes[h], row, bits, mask);
      h += move;
      moved |= move;
    } while (moved != 0);
    int[] end = walks.end;
    end[at] = a;
    end[at + 1] = b;
    end[at + 2] = c;
    end[at + 3] = d;
    end[at + 4] = e;
    end[at + 5] = f;
    end[at + 6] = g;
    end[at + 7] = h;
  }

  /** How far on the next node is; 0 at a leaf. */
  private static int move(long word, int[] row, int bits, int mask) {
    int top = (int) (word >>> Integer.SIZE);
    int code = (int) word;
    // The shift is the lowest five bits: Java looks at no more.
    return (top & mask) + ((code - row[top >>> bits]) >>> code);
  }
}
