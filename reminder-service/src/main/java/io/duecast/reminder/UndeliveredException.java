package io.duecast.reminder;

/** A message did not go out. */
public final class UndeliveredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isAddressWrong;

  /**
   * @param isAddressWrong true if it is of no use to try again
   */
  public UndeliveredException(boolean isAddressWrong, String why) {
    super(why);
    this.isAddressWrong = isAddressWrong;
  }

  boolean isAddressWrong() {
    return isAddressWrong;
  }
}
