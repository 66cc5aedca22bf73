package io.duecast.model;

/** Hears to which leaves a row comes. */
@FunctionalInterface
interface LeafVisitor {
  /**
   * It comes to this one.
   *
   * @param leaf its place among all nodes
   * @param share of the row, where a missing value sent it every way; the shares of a tree sum to 1
   */
  void reached(int leaf, double share);
}
