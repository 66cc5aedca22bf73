package io.duecast.book;

/** The kinds of fact in a book; of one instant they come in this order. */
enum What {
  CUSTOMER,
  CUSTOMER_MONTH,
  INVOICE,
  SETTLEMENT,
  PAYMENT
}
