package io.duecast.segment;

/** From what a customer departs. */
public enum OutlierKind {
  UNKNOWN,
  /** Two invoices, due on different days, are far later than any of its own before. */
  OWN_PAST,
  /** Its latest invoices are all later than nearly all of its own before. */
  OWN_PAST_LATELY,
  /** Its latest invoices are later than nearly all of customers in its segment. */
  PEERS
}
