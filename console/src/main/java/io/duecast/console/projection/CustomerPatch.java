package io.duecast.console.projection;

import io.duecast.receivable.CustomerUpdated;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of a customer: what an update does not say stays, and one of an earlier day than
 * the latest only fills gaps.
 */
final class CustomerPatch {
  private static final List<String> KNOWN =
      List.of(
          "name",
          "party_type",
          "country",
          "industry_scheme",
          "industry_code",
          "size_class",
          "segment",
          "registered_on",
          "credit_limit",
          "credit_limit_currency",
          "rating",
          "direct_debit",
          "dunning_blocked",
          "dunning_blocked_until",
          "time_zone",
          "language",
          "effective_from");

  private static final String STATEMENT = statement();

  private static String statement() {
    String changes =
        KNOWN.stream()
            .map(
                it ->
                    "%1$s = case when coalesce(excluded.effective_from < customers.effective_from, false) then coalesce(customers.%1$s, excluded.%1$s) else coalesce(excluded.%1$s, customers.%1$s) end"
                        .formatted(it))
            .collect(Collectors.joining(", "));
    return "insert into customers (customer, %s) values (?%s) on conflict (customer) do update set %s"
        .formatted(String.join(", ", KNOWN), ", ?".repeat(KNOWN.size()), changes);
  }

  void add(CustomerUpdated it, Rows rows) {
    rows.add(
        STATEMENT,
        it.customer().value(),
        it.name(),
        it.partyType(),
        it.country(),
        it.industryScheme(),
        it.industryCode(),
        it.sizeClass(),
        it.segment(),
        it.registeredOn(),
        ReceivablesProjection.amount(it.creditLimit()),
        ReceivablesProjection.currency(it.creditLimit()),
        it.rating(),
        it.directDebitMandate(),
        it.dunningBlocked(),
        it.dunningBlockedUntil(),
        it.timeZone(),
        it.language(),
        it.effectiveFrom());
  }
}
