package io.duecast.simulator;

import io.duecast.receivable.DocumentType;
import java.util.Currency;

/**
 * An invoice as it was sent; amounts in minor units of its currency.
 *
 * @param serial from 1, per customer; the invoice's streams of chance are keyed by it
 * @param termDays days from issue to due date
 * @param stating what the document says of when to pay
 * @param payable what is to be paid in all
 * @param prepaid the part of it that was paid before
 * @param discountPercent a reduction for early payment; 0 for none
 * @param instalments into how many parts it is split; 1 for none
 * @param relativeLogAmount standard deviations of log amount above the customer's mean
 * @param corrects the serial of the invoice that this one replaces; 0 for none
 */
record Bill(
    int serial,
    DocumentType documentType,
    long issuedDay,
    int termDays,
    Stating stating,
    Currency currency,
    long payable,
    long prepaid,
    int discountPercent,
    int instalments,
    InvoiceKind kind,
    double relativeLogAmount,
    int corrects) {
  static final int DISCOUNT_DAYS = 10;
  static final int INSTALMENT_DAYS = 30;

  /** What a document says of when to pay. */
  enum Stating {
    DUE_DATE,
    TERMS,
    INSTALMENTS
  }

  /** The due date; of the last instalment where there are several. */
  long dueDay() {
    return issuedDay + termDays + (long) INSTALMENT_DAYS * (instalments - 1);
  }

  /** The due date of an instalment, counted from 0. */
  long dueDay(int instalment) {
    return issuedDay + termDays + (long) INSTALMENT_DAYS * instalment;
  }

  /** An instalment's part of {@code payable}, counted from 0; the last takes the rest. */
  long part(int instalment) {
    long equal = payable / instalments;
    return instalment < instalments - 1 ? equal : payable - equal * (instalments - 1);
  }

  long open() {
    return payable - prepaid;
  }

  boolean paidInAdvance() {
    return documentType == DocumentType.PREPAYMENT_INVOICE;
  }
}
