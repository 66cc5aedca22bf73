package io.duecast.risk;

import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a reminder service needs to act on a risk, without a second look-up.
 *
 * @param openAmount null if the source does not know it
 * @param replayed true if it is history: nothing may be sent
 */
public record HighRiskInvoice(
    String assessmentId,
    InvoiceId invoice,
    CustomerId customer,
    @Nullable Money openAmount,
    LocalDate issuedOn,
    LocalDate dueOn,
    double probabilityLate,
    RiskBand band,
    LocalDate expectedOn,
    List<Reason> reasons,
    SuggestedAction suggestedAction,
    LocalDate suggestedOn,
    String modelId,
    Instant recordedAt,
    boolean replayed) {
  public HighRiskInvoice {
    reasons = List.copyOf(reasons);
  }
}
