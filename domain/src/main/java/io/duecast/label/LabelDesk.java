package io.duecast.label;

import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives invoices their labels: when they are settled, when they have become too old to be paid in
 * time, and again when what was said turns out to be wrong. A label needs both the assessment at
 * issue and the outcome; whichever comes last brings it about.
 */
public final class LabelDesk {
  private final Labelling rule;
  private final ZoneId zone;
  private final int keepClosedDays;

  /**
   * A desk under these rules.
   *
   * @param zone in which days begin
   * @param keepClosedDays how long after it is closed an invoice may still change
   */
  public LabelDesk(Labelling rule, ZoneId zone, int keepClosedDays) {
    this.rule = rule;
    this.zone = zone;
    this.keepClosedDays = keepClosedDays;
  }

  /**
   * What follows from an event.
   *
   * @param now the case after it; null if it can be forgotten
   * @param told what is to be said; null for nothing
   */
  public record Step(@Nullable LabelCase now, @Nullable LabelledInvoice told) {}

  /** The invoice was assessed. Only what was served at issue is learned from. */
  public Step after(LabelCase was, RiskAssessed risk) {
    if (risk.trigger() != AssessmentTrigger.ISSUED || risk.role() == ScorerRole.SHADOW) {
      return new Step(was, null);
    }
    return look(was.servedAs(risk), day(risk.recordedAt()), risk.recordedAt(), risk.replayed());
  }

  /** Something became of the invoice. */
  public Step after(LabelCase was, ReceivableChanged changed) {
    Outcome before = was.outcome();
    Outcome after = before == null ? Outcome.opened(changed) : Outcome.after(changed, before);
    LocalDate today = day(changed.recordedAt());
    LabelCase now = was.with(after, changed.after().settledOn(), today);
    return look(now, today, changed.recordedAt(), changed.replayed());
  }

  /** A day has begun on which the case was to be looked at. */
  public Step after(LabelCase was, LocalDate today, Instant recordedAt, boolean replayed) {
    LocalDate closed = was.closedOn();
    if (closed != null && !closed.plusDays(keepClosedDays).isAfter(today)) {
      return new Step(null, null);
    }
    return look(was, today, recordedAt, replayed);
  }

  /** An assessment may come after days that have made the invoice older: they count. */
  private Step look(LabelCase now, LocalDate on, Instant recordedAt, boolean replayed) {
    LocalDate today = now.dayOf(on);
    LabelCase next = now.lookedAt(today, nextLook(now, today));
    Outcome outcome = now.outcome();
    RiskAssessed served = now.served();
    if (outcome == null || served == null) {
      return new Step(next, null);
    }
    List<HorizonLabel> labels = rule.labels(outcome, today);
    Integer settled = outcome.fate() == Fate.PAID ? outcome.daysPastDue() : null;
    if (saysNothingNew(now, labels, settled)) {
      return new Step(next, null);
    }
    LabelCase said = next.saying(labels, settled);
    Instant at = today.equals(on) ? recordedAt : today.atStartOfDay(zone).toInstant();
    return new Step(said, label(said, outcome, served, today, at, replayed));
  }

  private static boolean saysNothingNew(
      LabelCase was, List<HorizonLabel> labels, @Nullable Integer settled) {
    if (was.revision() == 0) {
      return labels.stream().allMatch(it -> it.label() == Label.CENSORED);
    }
    return labels.equals(was.told()) && Objects.equals(settled, was.toldDaysPastDue());
  }

  /** An open invoice ripens horizon by horizon; a closed one is kept for a while. */
  private @Nullable LocalDate nextLook(LabelCase now, LocalDate today) {
    if (now.closedOn() != null) {
      return now.closedOn().plusDays(keepClosedDays);
    }
    if (now.dueOn() == null || now.disputed()) {
      return null;
    }
    for (int days : Labelling.HORIZON_DAYS) {
      LocalDate ripe = rule.ripensOn(now.dueOn(), days);
      if (ripe.isAfter(today)) {
        return ripe;
      }
    }
    return null;
  }

  private LabelledInvoice label(
      LabelCase said,
      Outcome outcome,
      RiskAssessed served,
      LocalDate today,
      Instant recordedAt,
      boolean replayed) {
    return new LabelledInvoice(
        served.customer() + ":" + served.invoice() + ":" + said.revision(),
        served.invoice(),
        served.customer(),
        served.issuedOn(),
        outcome.dueOn(),
        said.told(),
        reason(outcome, said.told()),
        said.settledOn(),
        said.toldDaysPastDue(),
        said.revision(),
        Labelling.DEFINITION,
        rule.policy().graceDays(),
        null,
        served.assessmentId(),
        served.modelId(),
        served.role(),
        served.probabilityLate(),
        served.segment(),
        served.openAmount(),
        served.featureSet(),
        served.features(),
        today,
        recordedAt,
        replayed);
  }

  private static LabelReason reason(Outcome outcome, List<HorizonLabel> labels) {
    return switch (outcome.fate()) {
      case PAID -> LabelReason.SETTLED;
      case CREDITED -> LabelReason.CREDITED;
      case WRITTEN_OFF -> LabelReason.WRITTEN_OFF;
      case WITHDRAWN -> LabelReason.WITHDRAWN;
      case OPEN, UNKNOWN ->
          labels.getFirst().label() == Label.LATE ? LabelReason.AGED : LabelReason.REOPENED;
    };
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }
}
