package io.duecast.reminder;

import io.duecast.dunning.Delivery;

/** A message did not go out, or nobody knows whether it did. */
public final class UndeliveredException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Delivery delivery;

  private UndeliveredException(Delivery delivery, String why) {
    super(why);
    this.delivery = delivery;
  }

  /** The address is wrong: it is of no use to try again. */
  public static UndeliveredException wrongAddress(String why) {
    return new UndeliveredException(Delivery.BOUNCED, why);
  }

  /** It surely did not go out, and may be tried again. */
  public static UndeliveredException notSent(String why) {
    return new UndeliveredException(Delivery.FAILED, why);
  }

  /** It may have gone out before something broke. */
  public static UndeliveredException unsure(String why) {
    return new UndeliveredException(Delivery.UNKNOWN, why);
  }

  /** What is to be told of it. */
  public Delivery delivery() {
    return delivery;
  }
}
