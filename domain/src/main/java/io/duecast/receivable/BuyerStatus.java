package io.duecast.receivable;

/** What a buyer's own system says of an invoice; leading signals. */
public enum BuyerStatus {
  UNKNOWN,
  RECEIVED,
  UNDER_REVIEW,
  APPROVED,
  PARTLY_APPROVED,
  IN_DISPUTE,
  REFUSED,
  PAYMENT_SENT
}
