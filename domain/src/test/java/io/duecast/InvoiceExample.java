package io.duecast;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.DiscountTerm;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.Instalment;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An invoice in the making; {@link #fact} is the event, {@link #invoice} what it opens. */
public final class InvoiceExample {
  private final String id;
  private CustomerId customer = Examples.ACME;
  private DocumentType type = DocumentType.INVOICE;
  private LocalDate issuedOn = Examples.FIRST_DAY;
  private @Nullable LocalDate dueOn;
  private @Nullable Integer termDays = 30;
  private @Nullable Money payable = Examples.eur("100");
  private @Nullable Money prepaid;
  private @Nullable Instant recordedAt;
  private @Nullable String paymentMeans;
  private final List<DiscountTerm> discounts = new ArrayList<>();
  private final List<Instalment> instalments = new ArrayList<>();
  private final List<InvoiceId> preceding = new ArrayList<>();
  private final Map<String, AttributeValue> attributes = new TreeMap<>();

  InvoiceExample(String id) {
    this.id = id;
  }

  public InvoiceExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public InvoiceExample type(DocumentType value) {
    type = value;
    return this;
  }

  public InvoiceExample issuedOn(String date) {
    return issuedOn(Examples.day(date));
  }

  public InvoiceExample issuedOn(LocalDate date) {
    issuedOn = date;
    return this;
  }

  public InvoiceExample dueOn(String date) {
    return dueOn(Examples.day(date));
  }

  public InvoiceExample dueOn(@Nullable LocalDate date) {
    dueOn = date;
    termDays = null;
    return this;
  }

  /** Due so many days after its issue, by its terms. */
  public InvoiceExample dueIn(int days) {
    dueOn = null;
    termDays = days;
    return this;
  }

  public InvoiceExample payable(@Nullable Money value) {
    payable = value;
    return this;
  }

  public InvoiceExample payable(String amount) {
    return payable(Examples.eur(amount));
  }

  public InvoiceExample prepaid(Money value) {
    prepaid = value;
    return this;
  }

  public InvoiceExample paymentMeans(String code) {
    paymentMeans = code;
    return this;
  }

  public InvoiceExample discount(String percent, LocalDate until) {
    discounts.add(new DiscountTerm(new BigDecimal(percent), until));
    return this;
  }

  public InvoiceExample instalment(LocalDate due, Money amount) {
    instalments.add(new Instalment(due, amount));
    return this;
  }

  public InvoiceExample correcting(String precedingInvoice) {
    preceding.add(new InvoiceId(precedingInvoice));
    return this;
  }

  public InvoiceExample attribute(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  public InvoiceExample recordedAt(Instant at) {
    recordedAt = at;
    return this;
  }

  public InvoiceIssued fact() {
    Instant at = recordedAt == null ? Examples.morningOf(issuedOn) : recordedAt;
    return new InvoiceIssued(
        Examples.envelope("invoice-" + id, at),
        new InvoiceId(id),
        customer,
        type,
        issuedOn,
        dueOn,
        termDays,
        payable,
        prepaid,
        null,
        paymentMeans,
        discounts,
        instalments,
        preceding,
        null,
        null,
        new Attributes(attributes));
  }

  public Invoice invoice() {
    return Invoice.of(fact());
  }
}
