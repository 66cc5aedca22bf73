package io.duecast.model;

/** How much is known of a customer when an invoice is issued: the invoices that it paid before. */
public enum HistoryLength {
  NONE("0", 0),
  FEW("1-4", 4),
  SOME("5-19", 19),
  MANY("20+", Integer.MAX_VALUE);

  private final String key;
  private final int most;

  HistoryLength(String key, int most) {
    this.key = key;
    this.most = most;
  }

  /** The length of a history of so many paid invoices. */
  public static HistoryLength of(int paidBefore) {
    for (HistoryLength length : values()) {
      if (paidBefore <= length.most) {
        return length;
      }
    }
    return MANY;
  }

  /** As figures name it: the fewest and the most. */
  public String key() {
    return key;
  }
}
