package io.duecast.book.mapping;

import static io.duecast.book.mapping.SectionKind.CUSTOMERS;
import static io.duecast.book.mapping.SectionKind.CUSTOMER_MONTHS;
import static io.duecast.book.mapping.SectionKind.INVOICES;
import static io.duecast.book.mapping.SectionKind.PAYMENTS;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of the facts that a column can be mapped to. */
public enum FieldName {
  CUSTOMER("customer", ValueType.TEXT, INVOICES, PAYMENTS, CUSTOMERS, CUSTOMER_MONTHS),
  ID("id", ValueType.TEXT, INVOICES),
  ISSUED_ON("issuedOn", ValueType.DATE, INVOICES),
  DUE_ON("dueOn", ValueType.DATE, INVOICES),
  TERM_DAYS("termDays", ValueType.WHOLE_NUMBER, INVOICES),
  AMOUNT("amount", ValueType.NUMBER, INVOICES, PAYMENTS),
  CURRENCY("currency", ValueType.TEXT, INVOICES, PAYMENTS),
  SETTLED_ON("settledOn", ValueType.DATE, INVOICES, PAYMENTS),
  SETTLED_AMOUNT("settledAmount", ValueType.NUMBER, INVOICES),
  SETTLED_RECORDED_AT("settledRecordedAt", ValueType.INSTANT, INVOICES),
  PREPAID("prepaid", ValueType.NUMBER, INVOICES),
  DOCUMENT_TYPE("documentType", ValueType.DOCUMENT_TYPE, INVOICES),
  SELLER_ENTITY("sellerEntity", ValueType.TEXT, INVOICES),
  DELIVERY_CHANNEL("deliveryChannel", ValueType.TEXT, INVOICES),
  PAYMENT_MEANS("paymentMeans", ValueType.TEXT, INVOICES, PAYMENTS),
  PAYMENT("payment", ValueType.TEXT, PAYMENTS),
  INVOICE("invoice", ValueType.TEXT, PAYMENTS),
  ALLOCATED("allocated", ValueType.NUMBER, PAYMENTS),
  VALUE_ON("valueOn", ValueType.DATE, PAYMENTS),
  BOOKED_ON("bookedOn", ValueType.DATE, PAYMENTS),
  STATUS("status", ValueType.PAYMENT_STATUS, PAYMENTS),
  KNOWN_FROM("knownFrom", ValueType.DATE, CUSTOMERS, CUSTOMER_MONTHS),
  NAME("name", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  PARTY_TYPE("partyType", ValueType.PARTY_TYPE, CUSTOMERS, CUSTOMER_MONTHS),
  COUNTRY("country", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  INDUSTRY_SCHEME("industryScheme", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  INDUSTRY_CODE("industryCode", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  SIZE_CLASS("sizeClass", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  SEGMENT("segment", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  REGISTERED_ON("registeredOn", ValueType.DATE, CUSTOMERS, CUSTOMER_MONTHS),
  CREDIT_LIMIT("creditLimit", ValueType.NUMBER, CUSTOMERS, CUSTOMER_MONTHS),
  RATING("rating", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  DIRECT_DEBIT("directDebit", ValueType.FLAG, CUSTOMERS, CUSTOMER_MONTHS),
  PREFERRED_PAYMENT_MEANS("preferredPaymentMeans", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  DUNNING_BLOCKED("dunningBlocked", ValueType.FLAG, CUSTOMERS, CUSTOMER_MONTHS),
  DUNNING_BLOCKED_UNTIL("dunningBlockedUntil", ValueType.DATE, CUSTOMERS, CUSTOMER_MONTHS),
  TIME_ZONE("timeZone", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  LANGUAGE("language", ValueType.TEXT, CUSTOMERS, CUSTOMER_MONTHS),
  RECORDED_AT("recordedAt", ValueType.INSTANT, INVOICES, PAYMENTS, CUSTOMERS, CUSTOMER_MONTHS);

  private final String key;
  private final ValueType type;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable set of enum constants
  private final Set<SectionKind> sections;

  FieldName(String key, ValueType type, SectionKind first, SectionKind... more) {
    this.key = key;
    this.type = type;
    this.sections = Collections.unmodifiableSet(EnumSet.of(first, more));
  }

  /** The key in a mapping. */
  public String key() {
    return key;
  }

  public ValueType type() {
    return type;
  }

  static List<FieldName> of(SectionKind section) {
    return Arrays.stream(values()).filter(name -> name.sections.contains(section)).toList();
  }

  static Optional<FieldName> of(SectionKind section, String key) {
    return of(section).stream().filter(name -> name.key.equals(key)).findFirst();
  }
}
