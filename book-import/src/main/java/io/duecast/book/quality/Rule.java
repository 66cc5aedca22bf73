package io.duecast.book.quality;

import io.duecast.check.RejectReason;

/** The rules that a row can break. The names are stable: reports are compared by them. */
public enum Rule {
  ROW_TOO_SHORT("fewer columns than the header"),
  ROW_TOO_LONG("more columns than the header: is a delimiter inside a value not quoted?"),
  CHARACTER_UNREADABLE("a character that the charset does not have: is 'charset' right?"),
  CUSTOMER_ID_MISSING("no customer"),
  INVOICE_ID_MISSING("no invoice number"),
  PAYMENT_ID_MISSING("no payment number"),
  DATE_MISSING("a date that must be there is empty"),
  DATE_UNREADABLE("a date that fits no pattern: add one to 'dates' or 'format'"),
  NUMBER_UNREADABLE("not a number of the format"),
  VALUE_UNKNOWN("a word without a translation: add it to 'map'"),
  CURRENCY_UNKNOWN("no ISO 4217 currency"),
  AMOUNT_MISSING("no amount"),
  AMOUNT_UNREADABLE("an amount that is not a number of the format"),
  AMOUNT_ZERO("an amount of zero: nothing to be paid"),
  AMOUNT_NEGATIVE("an amount below zero: a credit note, or a reversal?"),
  ATTRIBUTE_UNREADABLE("an attribute that is not a number; left out of the row"),
  DUE_BEFORE_ISSUE("due before it was issued"),
  DUE_FAR_FUTURE("due more than two years after the extract"),
  TERMS_EXTREME("more than 365 days between issue and due date"),
  PAID_BEFORE_ISSUE("paid before it was issued; recorded with the invoice"),
  ISSUED_AFTER_AS_OF("issued after the extract was made"),
  PAID_AFTER_AS_OF("paid after the extract was made"),
  KNOWN_AFTER_AS_OF("known only after the extract was made"),
  FULL_DUPLICATE("equal to another row in every column: 'duplicates: keep' would keep it"),
  SIBLINGS("several invoices of one customer with the same issue and due date"),
  INVOICE_ID_REPEATED("an invoice number that an earlier row has with another content"),
  CUSTOMER_REPEATED("a customer that an earlier row has for the same day with another content"),
  CUSTOMER_UNKNOWN("a customer without a row in the customers' file"),
  CUSTOMER_MONTH_MISSING("no customer-month was known when it was issued"),
  INVOICE_UNKNOWN("a payment of an invoice that is not in the book"),
  SETTLED_AGAIN("an invoice that is settled more than once"),
  PAYMENT_INCONSISTENT("rows of one payment that contradict each other"),
  IMPOSSIBLE_AMOUNT("an amount that cannot be"),
  IMPOSSIBLE_DATE("a date that cannot be"),
  NO_DUE_DATE("neither a due date nor payment terms"),
  CURRENCY_MISMATCH("two currencies where one must be"),
  CONTRACT_VIOLATION("a value that no fact can have");

  private final String meaning;

  Rule(String meaning) {
    this.meaning = meaning;
  }

  /** One clause that a person can act on. */
  public String meaning() {
    return meaning;
  }

  /** The rule of a reason for which the domain refuses a value. */
  public static Rule of(RejectReason reason) {
    return switch (reason) {
      case IMPOSSIBLE_AMOUNT -> IMPOSSIBLE_AMOUNT;
      case IMPOSSIBLE_DATE -> IMPOSSIBLE_DATE;
      case NO_DUE_DATE -> NO_DUE_DATE;
      case CURRENCY_MISMATCH -> CURRENCY_MISMATCH;
      case UNKNOWN,
          UNDECODABLE,
          UNKNOWN_SCHEMA,
          UNEXPECTED_TYPE,
          CONTRACT_VIOLATION,
          KEY_MISMATCH,
          CONFLICTING_REPEAT ->
          CONTRACT_VIOLATION;
    };
  }
}
