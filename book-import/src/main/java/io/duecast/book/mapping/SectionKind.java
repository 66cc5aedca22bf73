package io.duecast.book.mapping;

/** The kinds of file that a book can have; facts of one instant stand in this order. */
public enum SectionKind {
  CUSTOMERS("customers"),
  CUSTOMER_MONTHS("customer-months"),
  INVOICES("invoices"),
  PAYMENTS("payments");

  private final String key;

  SectionKind(String key) {
    this.key = key;
  }

  /** The key in a mapping. */
  public String key() {
    return key;
  }
}
