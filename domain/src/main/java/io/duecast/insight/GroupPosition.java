package io.duecast.insight;

/**
 * A group now, and what moved in it since the day began.
 *
 * @param open what is owed, by due date
 */
public record GroupPosition(OpenTotals open, Turnover turnover, Conduct conduct, Lost lost) {
  /** Of a group that is not known. */
  public static final GroupPosition NONE =
      new GroupPosition(OpenTotals.NONE, Turnover.NONE, Conduct.NONE, Lost.NONE);

  GroupPosition plus(
      OpenTotals opened, OpenTotals closed, Turnover moved, Conduct shown, Lost gone) {
    return new GroupPosition(
        open.minus(closed).plus(opened),
        turnover.plus(moved),
        conduct.plus(shown),
        lost.plus(gone));
  }

  /** The same when the next day begins. */
  GroupPosition nextDay() {
    return new GroupPosition(open, Turnover.NONE, Conduct.NONE, Lost.NONE);
  }

  /** Whether nothing is owed, and nothing moved. */
  public boolean isEmpty() {
    return equals(NONE);
  }
}
