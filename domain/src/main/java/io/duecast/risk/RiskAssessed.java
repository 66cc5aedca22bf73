package io.duecast.risk;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.NamedValues;
import io.duecast.customer.CustomerId;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How likely an invoice is to be paid late, when the money will come, and why.
 *
 * @param assessmentId deterministic: the causing event's id, the trigger, and the role if it is a
 *     silent one
 * @param modelId sha-256 of the model; {@code baseline-1} for the rule before there is one
 * @param probabilityLate 0..1, never percent
 * @param expectedLoss null until a loss model is in place: the probability of paying late is none
 * @param segment the customer's segment as known then; null for none
 * @param featureSet fingerprint of the names and meanings of the features
 * @param features as served; a missing one is left out
 * @param openAmount what was open then; null if unknown
 * @param sourceRow the line of the file that the invoice came from; null if it came from no file
 */
public record RiskAssessed(
    String assessmentId,
    InvoiceId invoice,
    CustomerId customer,
    AssessmentTrigger trigger,
    String modelId,
    ScorerRole role,
    double probabilityLate,
    Interval interval,
    AgingProbabilities byBucket,
    ExpectedPayment expectedPayment,
    @Nullable Money expectedLoss,
    RiskBand band,
    @Nullable String segment,
    List<Reason> reasons,
    String featureSet,
    Map<String, AttributeValue> features,
    LocalDate issuedOn,
    LocalDate dueOn,
    @Nullable Money openAmount,
    EventId cause,
    @Nullable Long sourceRow,
    Instant recordedAt,
    boolean replayed) {
  public RiskAssessed {
    require(
        probabilityLate >= 0 && probabilityLate <= 1,
        "invoice %s: probability %s",
        invoice,
        probabilityLate);
    reasons = List.copyOf(reasons);
    features = NamedValues.copyOf(features);
  }
}
