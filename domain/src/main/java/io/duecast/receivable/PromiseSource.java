package io.duecast.receivable;

/** Who said when the money will come. */
public enum PromiseSource {
  UNKNOWN,
  COLLECTOR,
  CUSTOMER,
  BUYER_SYSTEM
}
