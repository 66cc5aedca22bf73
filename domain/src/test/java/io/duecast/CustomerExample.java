package io.duecast;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerId;
import io.duecast.customer.PartyType;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An update of a customer in the making. */
public final class CustomerExample {
  private CustomerId customer = Examples.ACME;
  private LocalDate from = Examples.FIRST_DAY;
  private @Nullable PartyType partyType;
  private @Nullable String country;
  private @Nullable String industry;
  private @Nullable String segment;
  private @Nullable String rating;
  private @Nullable Money creditLimit;
  private @Nullable Boolean directDebit;
  private @Nullable LocalDate registeredOn;
  private @Nullable Boolean blocked;
  private @Nullable LocalDate blockedUntil;
  private @Nullable String timeZone;
  private @Nullable String language;
  private final Map<String, Double> crm = new TreeMap<>();
  private final Map<String, AttributeValue> attributes = new TreeMap<>();

  public CustomerExample of(CustomerId value) {
    customer = value;
    return this;
  }

  public CustomerExample from(String date) {
    from = Examples.day(date);
    return this;
  }

  public CustomerExample partyType(PartyType value) {
    partyType = value;
    return this;
  }

  public CustomerExample country(String value) {
    country = value;
    return this;
  }

  public CustomerExample industry(String value) {
    industry = value;
    return this;
  }

  public CustomerExample segment(String value) {
    segment = value;
    return this;
  }

  public CustomerExample rating(String value) {
    rating = value;
    return this;
  }

  public CustomerExample creditLimit(Money value) {
    creditLimit = value;
    return this;
  }

  public CustomerExample directDebit(boolean value) {
    directDebit = value;
    return this;
  }

  public CustomerExample registeredOn(String date) {
    registeredOn = Examples.day(date);
    return this;
  }

  /** Not to be reminded up to a day; null for no end. */
  public CustomerExample blockedUntil(@Nullable String date) {
    blocked = true;
    blockedUntil = date == null ? null : Examples.day(date);
    return this;
  }

  /** To be reminded again. */
  public CustomerExample unblocked() {
    blocked = false;
    return this;
  }

  public CustomerExample timeZone(String value) {
    timeZone = value;
    return this;
  }

  public CustomerExample language(String value) {
    language = value;
    return this;
  }

  public CustomerExample crm(String name, double value) {
    crm.put(name, value);
    return this;
  }

  public CustomerExample attribute(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  public CustomerUpdated fact() {
    return new CustomerUpdated(
        Examples.envelope("customer-" + customer + "-" + from, Examples.morningOf(from)),
        customer,
        "Acme Ltd",
        partyType,
        country,
        null,
        industry,
        null,
        segment,
        registeredOn,
        creditLimit,
        rating,
        directDebit,
        null,
        blocked,
        blockedUntil,
        timeZone,
        language,
        crm,
        new Attributes(attributes),
        from);
  }
}
