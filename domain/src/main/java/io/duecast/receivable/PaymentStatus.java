package io.duecast.receivable;

/** How far a payment has come. Only a booked one is cash. */
public enum PaymentStatus {
  UNKNOWN,
  PENDING,
  BOOKED,
  REVERSED,
  RETURNED,
  CHARGEBACK,
  FAILED
}
