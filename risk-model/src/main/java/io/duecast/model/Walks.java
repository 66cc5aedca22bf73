package io.duecast.model;

/**
 * A thread's room for the walks of one row down a forest, kept from score to score: it grows to
 * what the largest forest needs, and then no score takes memory.
 */
final class Walks {
  /** Walks and questions beyond one for each tree; a row that asks for more is scored slowly. */
  static final int MORE = 4096;

  int[] codes = new int[0];

  /** Of each walk, the node it starts at and its leaf. */
  int[] start = new int[0];

  int[] end = new int[0];

  /** Of each walk, what it says of the paid and the unpaid. */
  double[] paid = new double[0];

  double[] unpaid = new double[0];

  /** Walks so far. */
  int count;

  /** Of each question for a missing value, the walk that came by; one above another comes first. */
  int[] walk = new int[0];

  /** Of each question, the first of its children: that is where the walk went. */
  int[] child = new int[0];

  /** Of each question, the first of the walks through its other children. */
  int[] others = new int[0];

  /** Questions so far. */
  int questions;

  Walks room(int features, int trees) {
    if (codes.length <= features) {
      codes = new int[features + 1];
    }
    // What leaves ask for: it is the last, whatever stood there for a larger forest.
    codes[features] = 0;
    if (start.length < trees + MORE) {
      int size = trees + MORE;
      start = new int[size];
      end = new int[size];
      paid = new double[size];
      unpaid = new double[size];
      walk = new int[size];
      child = new int[size];
      others = new int[size];
    }
    return this;
  }

  void begin(int[] roots) {
    System.arraycopy(roots, 0, start, 0, roots.length);
    count = roots.length;
    questions = 0;
  }

  int othersEnd(int question) {
    return question + 1 < questions ? others[question + 1] : count;
  }

  /** Notes a question, and the children that are still to be walked; false if there is no room. */
  boolean passedBy(int by, int firstChild, int branches) {
    if (questions == walk.length || count + branches > start.length) {
      return false;
    }
    walk[questions] = by;
    child[questions] = firstChild;
    others[questions++] = count;
    for (int i = 1; i < branches; i++) {
      start[count++] = firstChild + i;
    }
    return true;
  }
}
