package io.duecast.receivable;

import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerId;
import io.duecast.customer.CustomerProfile;
import io.duecast.customer.PartyType;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about a customer is known now: what is null, or not in a map, stays as it was.
 *
 * @param name the customer's name; shown to people, never used in a score
 * @param country ISO 3166 alpha-2
 * @param industryScheme what {@code industryCode} is a code of, e.g. {@code NACE}
 * @param sizeClass the company's own size classes
 * @param segment the company's own segment
 * @param registeredOn customer since
 * @param preferredPaymentMeans UNTDID 4461
 * @param dunningBlockedUntil the last day of a dunning block; null for no end
 * @param timeZone an IANA zone
 * @param crmSignals numbers from a CRM, by name
 * @param attributes the company's own columns of the customer or the customer-month
 * @param effectiveFrom the business day from which it holds
 */
public record CustomerUpdated(
    Envelope envelope,
    CustomerId customer,
    @Nullable String name,
    @Nullable PartyType partyType,
    @Nullable String country,
    @Nullable String industryScheme,
    @Nullable String industryCode,
    @Nullable String sizeClass,
    @Nullable String segment,
    @Nullable LocalDate registeredOn,
    @Nullable Money creditLimit,
    @Nullable String rating,
    @Nullable Boolean directDebitMandate,
    @Nullable String preferredPaymentMeans,
    @Nullable Boolean dunningBlocked,
    @Nullable LocalDate dunningBlockedUntil,
    @Nullable String timeZone,
    @Nullable String language,
    Map<String, Double> crmSignals,
    Attributes attributes,
    LocalDate effectiveFrom)
    implements Fact {
  public CustomerUpdated {
    PlausibleDate.check("registration date", customer, registeredOn);
    crmSignals = Map.copyOf(crmSignals);
  }

  /** What it says, as a profile. */
  public CustomerProfile profile() {
    return new CustomerProfile(
        partyType,
        country,
        industryCode,
        sizeClass,
        segment,
        registeredOn,
        creditLimit,
        rating,
        directDebitMandate,
        preferredPaymentMeans,
        crmSignals,
        attributes,
        effectiveFrom);
  }
}
