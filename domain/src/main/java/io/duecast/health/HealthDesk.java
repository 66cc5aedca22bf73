package io.duecast.health;

import io.duecast.attribute.AttributeValue;
import io.duecast.feature.Feature;
import io.duecast.label.Label;
import io.duecast.label.LabelledInvoice;
import io.duecast.label.Labelling;
import io.duecast.outcome.LabelPolicy;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows each invoice that a model has scored: when its outcome counts, and what is to be taken
 * back when that changes. Nothing counts before the day has begun that comes after it.
 */
public final class HealthDesk {
  /** Invoices issued longer ago are forgotten; nothing that is told of them counts any more. */
  public static final int KEPT_DAYS = 400;

  private final Labelling rule;
  private final ZoneId zone;
  private final References references;

  /**
   * A desk under these rules.
   *
   * @param zone in which days begin
   */
  public HealthDesk(LabelPolicy policy, ZoneId zone, References references) {
    this.rule = new Labelling(policy, Labelling.Cohort.MATURED);
    this.zone = zone;
    this.references = references;
  }

  /**
   * What a day brings for an invoice.
   *
   * @param now the case after it; null if it can be forgotten
   */
  public record Step(@Nullable HealthCase now, List<Move> moves) {
    public Step {
      moves = List.copyOf(moves);
    }
  }

  /**
   * An invoice counts as something else than before.
   *
   * @param part of a month in which it was issued
   * @param said by the model, with what it counted as before
   */
  public record Move(MonthPart part, Said said, Counted now) {}

  /** The invoice was scored. What is said of it later, when it has aged, is something else. */
  public @Nullable HealthCase after(@Nullable HealthCase was, RiskAssessed risk) {
    if (risk.trigger() != AssessmentTrigger.ISSUED || (was != null && was.knows(risk.modelId()))) {
      return was;
    }
    LocalDate on = LocalDate.ofInstant(risk.recordedAt(), zone);
    Said said = said(risk.modelId(), risk.probabilityLate(), risk.segment(), risk.features(), on);
    return with(said, was == null ? unseen(risk.issuedOn(), on) : was);
  }

  /** Something became of the invoice. */
  public HealthCase after(@Nullable HealthCase was, LabelledInvoice label) {
    HealthCase known = was == null ? unseen(label.issuedOn(), label.knownOn()) : was;
    if (!known.knows(label.modelId())) {
      known =
          with(
              said(
                  label.modelId(),
                  label.probabilityLate(),
                  label.segment(),
                  label.features(),
                  label.knownOn().minusDays(1)),
              known);
    }
    return label.revision() < known.revision()
        ? known
        : new HealthCase(
            known.issuedOn(),
            known.said(),
            label.label(0),
            rule.ripensOn(label.dueOn(), 0),
            label.revision(),
            earlier(known.lookOn(), label.knownOn()));
  }

  /** A day has begun. */
  public Step after(HealthCase was, LocalDate today) {
    LocalDate forgotten = was.issuedOn().plusDays(KEPT_DAYS);
    if (!forgotten.isAfter(today)) {
      return new Step(null, List.of());
    }
    Counted counted = was.counts(today);
    MonthPart part = MonthPart.of(was.issuedOn());
    List<Move> moves = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    LocalDate next = forgotten;
    for (Said one : was.said()) {
      if (!one.saidOn().isBefore(today)) {
        next = earlier(next, one.saidOn().plusDays(1));
        said.add(one);
      } else if (one.counted() != counted) {
        moves.add(new Move(part, one, counted));
        said.add(one.countedAs(counted));
      } else {
        said.add(one);
      }
    }
    if (was.label().isKnown() && was.ripensOn() != null && was.ripensOn().isAfter(today)) {
      next = earlier(next, was.ripensOn());
    }
    return new Step(was.with(said, next), moves);
  }

  private static HealthCase unseen(LocalDate issuedOn, LocalDate on) {
    return new HealthCase(issuedOn, List.of(), Label.UNKNOWN, null, 0, on.plusDays(1));
  }

  private static HealthCase with(Said said, HealthCase was) {
    List<Said> all = new ArrayList<>(was.said());
    all.add(said);
    return was.with(all, earlier(was.lookOn(), said.saidOn().plusDays(1)));
  }

  private Said said(
      String modelId,
      double probability,
      @Nullable String segment,
      Map<String, AttributeValue> features,
      LocalDate on) {
    TrainingReference reference = references.of(modelId);
    List<Integer> places =
        reference.features().stream().map(it -> it.place(features.get(it.key()))).toList();
    double settled =
        features.get(Feature.PRIOR_SETTLED.key()) instanceof AttributeValue.Numeric it
            ? it.value()
            : 0;
    return new Said(
        modelId,
        probability,
        segment == null ? HealthTally.NO_SEGMENT : segment,
        HealthTally.historyOf(settled),
        places,
        reference.features().isEmpty() ? -1 : reference.scores().place(probability),
        on,
        Counted.UNKNOWN);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? other : one;
  }
}
