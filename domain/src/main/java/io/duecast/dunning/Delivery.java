package io.duecast.dunning;

/** What became of a message on its way. */
public enum Delivery {
  /** Nobody knows whether it went out. */
  UNKNOWN,
  SENT,
  DELIVERED,
  OPENED,
  CLICKED,
  REPLIED,
  /** It came back: the address is wrong. */
  BOUNCED,
  /** The customer wants no more of these. */
  OPTED_OUT,
  /** It surely did not go out. */
  FAILED;

  /** Whether the customer may have got a message, or will. */
  public boolean mayHaveGoneOut() {
    return switch (this) {
      case UNKNOWN, SENT, DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT -> true;
      case BOUNCED, FAILED -> false;
    };
  }
}
