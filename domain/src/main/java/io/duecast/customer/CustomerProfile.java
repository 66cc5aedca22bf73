package io.duecast.customer;

import io.duecast.attribute.Attributes;
import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a customer now, besides its payments; null is not known.
 *
 * @param effectiveFrom of the latest update; an update of an earlier day only fills gaps
 */
public record CustomerProfile(
    @Nullable PartyType partyType,
    @Nullable String country,
    @Nullable String industryCode,
    @Nullable String sizeClass,
    @Nullable String segment,
    @Nullable LocalDate registeredOn,
    @Nullable Money creditLimit,
    @Nullable String rating,
    @Nullable Boolean directDebitMandate,
    @Nullable String preferredPaymentMeans,
    Map<String, Double> crmSignals,
    Attributes attributes,
    @Nullable LocalDate effectiveFrom) {
  /** Nothing is known. */
  public static final CustomerProfile UNKNOWN =
      new CustomerProfile(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          Map.of(),
          Attributes.NONE,
          null);

  public CustomerProfile {
    crmSignals = Map.copyOf(crmSignals);
  }

  /** These facts overlaid with newer ones: what the newer do not say stays. */
  public CustomerProfile after(CustomerProfile newer) {
    boolean stale =
        effectiveFrom != null
            && newer.effectiveFrom != null
            && newer.effectiveFrom.isBefore(effectiveFrom);
    return stale ? newer.overlaidWith(this) : overlaidWith(newer);
  }

  private CustomerProfile overlaidWith(CustomerProfile newer) {
    return new CustomerProfile(
        first(newer.partyType, partyType),
        first(newer.country, country),
        first(newer.industryCode, industryCode),
        first(newer.sizeClass, sizeClass),
        first(newer.segment, segment),
        first(newer.registeredOn, registeredOn),
        first(newer.creditLimit, creditLimit),
        first(newer.rating, rating),
        first(newer.directDebitMandate, directDebitMandate),
        first(newer.preferredPaymentMeans, preferredPaymentMeans),
        merged(crmSignals, newer.crmSignals),
        attributes.after(newer.attributes),
        first(newer.effectiveFrom, effectiveFrom));
  }

  private static <T> @Nullable T first(@Nullable T newer, @Nullable T known) {
    return newer == null ? known : newer;
  }

  private static Map<String, Double> merged(Map<String, Double> known, Map<String, Double> newer) {
    if (newer.isEmpty()) {
      return known;
    }
    Map<String, Double> all = new HashMap<>(known);
    all.putAll(newer);
    return all;
  }
}
