package io.duecast.receivable;

/** How far a payment has come. Only a booked one is cash. */
public enum PaymentStatus {
  UNKNOWN,
  PENDING,
  BOOKED,
  REVERSED,
  RETURNED,
  CHARGEBACK,
  FAILED;

  /** Whether the money had come, and went again. */
  boolean isTakenBack() {
    return this == REVERSED || this == RETURNED || this == CHARGEBACK;
  }

  /** Tells what came later of two events of one moment: a payment goes from stage to stage. */
  int stage() {
    return switch (this) {
      case UNKNOWN, PENDING -> 0;
      case BOOKED -> 1;
      case REVERSED, RETURNED, CHARGEBACK, FAILED -> 2;
    };
  }
}
