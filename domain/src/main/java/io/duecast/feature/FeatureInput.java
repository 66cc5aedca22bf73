package io.duecast.feature;

import io.duecast.customer.CustomerProfile;
import io.duecast.history.PaymentHistory;
import io.duecast.indicator.Indicators;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Invoice;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that a feature can be computed from: the invoice and what was known before it. What came of
 * the invoice itself is not here, so no feature can leak it.
 *
 * @param prior the customer's history before this invoice
 * @param asOf the business day on which the invoice became known
 * @param knownAt the moment at which it became known
 */
public record FeatureInput(
    Invoice invoice,
    PaymentHistory prior,
    CustomerProfile profile,
    Indicators indicators,
    LabelPolicy policy,
    LocalDate asOf,
    Instant knownAt) {}
