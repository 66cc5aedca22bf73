package io.duecast.label;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.receivable.InvoiceId;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was scored, and what became of it: one row to learn from. The one of the highest
 * revision holds; those before it said what was known then.
 *
 * @param labelId deterministic: the invoice and the revision
 * @param dueOn in force when the label was given
 * @param labels one for each horizon, by rising days
 * @param reason why it could be given
 * @param settledOn null while it is not paid
 * @param daysPastDue of the payment, negative = early; null while it is not paid
 * @param revision 1 for the first label of the invoice
 * @param definition the version of the rule that gave it
 * @param graceDays days past due that are still forgiven
 * @param arm the reminder arm in which it was; null if it was in none
 * @param assessmentId the assessment of record at issue; what follows is from there
 * @param modelId of the scorer that spoke then
 * @param probabilityLate what it said, 0..1
 * @param segment the customer's as known then; null for none
 * @param openAmount what was open then; null if unknown
 * @param featureSet fingerprint of the names and meanings of the features
 * @param features as served; a missing one is left out
 * @param knownOn the day on which it is so
 * @param recordedAt when what brought the label about was learned
 * @param replayed true if it is history
 */
public record LabelledInvoice(
    String labelId,
    InvoiceId invoice,
    CustomerId customer,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<HorizonLabel> labels,
    LabelReason reason,
    @Nullable LocalDate settledOn,
    @Nullable Integer daysPastDue,
    int revision,
    int definition,
    int graceDays,
    @Nullable String arm,
    String assessmentId,
    String modelId,
    ScorerRole role,
    double probabilityLate,
    @Nullable String segment,
    @Nullable Money openAmount,
    String featureSet,
    Map<String, AttributeValue> features,
    LocalDate knownOn,
    Instant recordedAt,
    boolean replayed) {
  public LabelledInvoice {
    labels = List.copyOf(labels);
    features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    require(
        probabilityLate >= 0 && probabilityLate <= 1,
        "invoice %s: probability %s",
        invoice,
        probabilityLate);
  }

  /** The label for a horizon; censored if it has none. */
  public Label label(int days) {
    for (HorizonLabel one : labels) {
      if (one.days() == days) {
        return one.label();
      }
    }
    return Label.CENSORED;
  }
}
