package io.duecast.streams.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.calendar.DayOpened;
import io.duecast.health.Drift;
import io.duecast.health.DriftVerdict;
import io.duecast.health.FeatureReference;
import io.duecast.health.HealthFigures;
import io.duecast.health.ModelHealth;
import io.duecast.health.ScoreReference;
import io.duecast.health.TrainingReference;
import io.duecast.label.Label;
import io.duecast.label.LabelledInvoice;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.labelling.LabellingRig;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The monitoring of a simulated book against a slow, obvious twin: on every day all invoices are
 * looked at again from the beginning.
 */
class MonitoringTwinTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(7).withCustomers(30).withDays(200);
  private static final int GRACE_DAYS = 3;
  private static final String RULE = "baseline-1";

  /** As if nearly all had been due at once, and all had been punctual. */
  private static final TrainingReference REFERENCE =
      new TrainingReference(
          List.of(
              new FeatureReference(
                  "term_days", 0.4, List.of(0.0), List.of(), List.of(1_900L, 100L), 0)),
          ScoreReference.of(new double[2_000], new BitSet()));

  @TempDir Path ledgerDir;
  @TempDir Path labelDir;
  @TempDir Path healthDir;
  @TempDir Path againDir;

  private final Map<InvoiceId, RiskAssessed> served = new HashMap<>();
  private final Map<InvoiceId, LabelledInvoice> labels = new HashMap<>();
  private int compared;
  private int corrected;

  @Test
  void onEveryDayTheHealthIsThatOfAllInvoicesOneByOne() {
    List<ModelHealth> told = new ArrayList<>();
    List<Sent> log = new ArrayList<>();
    WireSerdes serdes;
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        LabellingRig labelling = new LabellingRig(labelDir, books.serdes());
        MonitoringRig rig = rig(healthDir, books.serdes())) {
      serdes = books.serdes();
      while (books.hasNext()) {
        books.next();
        for (RiskAssessed risk : books.read(Topics.INVOICE_RISK)) {
          served.putIfAbsent(risk.invoice(), risk);
          send(new Sent(risk, risk.recordedAt()), rig, log);
          labelling.send(Topics.INVOICE_RISK, risk.customer().value(), risk, risk.recordedAt());
        }
        for (Record line : books.read(Topics.RECEIVABLES)) {
          labelling.send(Topics.RECEIVABLES, TopicKey.of(line), line, at(line, books));
          for (Record label : labelling.read(Topics.LABELLED_INVOICES)) {
            hear(label, books, rig, log, told);
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(300);
    assertThat(corrected).isPositive();
    try (MonitoringRig again = rig(againDir, serdes)) {
      log.forEach(it -> it.to(again));
      assertThat(again.read(Topics.MODEL_HEALTH)).isEqualTo(told);
    }
  }

  private record Sent(Record value, Instant at) {
    void to(MonitoringRig rig) {
      if (value instanceof RiskAssessed risk) {
        rig.send(Topics.INVOICE_RISK, TopicKey.of(risk), risk, at);
      } else {
        rig.send(Topics.LABELLED_INVOICES, TopicKey.of(value), value, at);
      }
    }
  }

  private static void send(Sent sent, MonitoringRig rig, List<Sent> log) {
    sent.to(rig);
    log.add(sent);
  }

  private MonitoringRig rig(Path dir, WireSerdes serdes) {
    return new MonitoringRig(dir, serdes, modelId -> REFERENCE, 1);
  }

  private static Instant at(Record line, SimulatedBooks books) {
    return line instanceof ReceivableChanged changed
        ? changed.recordedAt()
        : books.startOf(((DayOpened) line).date());
  }

  private void hear(
      Record said,
      SimulatedBooks books,
      MonitoringRig rig,
      List<Sent> log,
      List<ModelHealth> told) {
    if (said instanceof LabelledInvoice label) {
      corrected += label.revision() > 1 && !label.label(0).isKnown() ? 1 : 0;
      labels.put(label.invoice(), label);
      send(new Sent(label, label.recordedAt()), rig, log);
    } else if (said instanceof DayOpened day) {
      send(new Sent(day, books.startOf(day.date())), rig, log);
      for (ModelHealth each : rig.read(Topics.MODEL_HEALTH)) {
        told.add(each);
        compare(each, day.date());
      }
    }
  }

  private void compare(ModelHealth is, LocalDate today) {
    int late = 0;
    int onTime = 0;
    int pending = 0;
    int excluded = 0;
    double error = 0;
    double claimed = 0;
    for (RiskAssessed risk : served.values()) {
      LocalDate saidOn = LocalDate.ofInstant(risk.recordedAt(), ZoneOffset.UTC);
      if (!saidOn.isBefore(today)
          || risk.issuedOn().isBefore(is.from())
          || risk.issuedOn().isAfter(endOf(is))) {
        continue;
      }
      LabelledInvoice label = labels.get(risk.invoice());
      Label known = label == null ? Label.CENSORED : label.label(0);
      boolean ripe = label != null && !label.dueOn().plusDays(GRACE_DAYS + 1).isAfter(today);
      double p = risk.probabilityLate();
      if (known == Label.EXCLUDED) {
        excluded++;
      } else if (known.isKnown() && ripe) {
        late += known == Label.LATE ? 1 : 0;
        onTime += known == Label.LATE ? 0 : 1;
        error += Math.pow(p - (known == Label.LATE ? 1 : 0), 2);
        claimed += p * (1 - p);
      } else {
        pending++;
      }
    }
    HealthFigures all = is.all();
    assertThat(is.modelId()).isEqualTo(RULE);
    assertThat(is.asOf()).isEqualTo(today);
    assertThat(List.of(all.matured(), all.pending(), all.excluded()))
        .as("%s on %s", is.window(), today)
        .containsExactly((long) late + onTime, (long) pending, (long) excluded);
    if (late + onTime > 0) {
      double n = late + onTime;
      assertThat(all.measured().brier()).isCloseTo(error / n, within(1e-8));
      assertThat(all.measured().lateShare()).isCloseTo(late / n, within(1e-12));
      assertThat(all.estimated().brier()).isCloseTo(claimed / n, within(1e-8));
      assertThat(all.error().brier()).isCloseTo((error - claimed) / n, within(1e-8));
      compared++;
    }
    Drift drift = is.drift().getFirst();
    assertThat(drift.rows()).isEqualTo(late + onTime + pending + excluded);
    assertThat(is.segments().stream().mapToLong(it -> it.figures().scored()).sum())
        .isEqualTo(all.scored());
    assertThat(is.histories().stream().mapToLong(it -> it.figures().matured()).sum())
        .isEqualTo(all.matured());
    if (drift.rows() >= 300) {
      assertThat(drift.verdict()).isEqualTo(DriftVerdict.DRIFTED);
      assertThat(drift.sentence()).startsWith("term_days has drifted: up to 0 in 0 % ");
      assertThat(is.driftedWeight()).isEqualTo(0.4);
    }
  }

  /** The last day of the part of a month that is not over yet. */
  private static LocalDate endOf(ModelHealth health) {
    boolean isMonth = health.window().matches("[0-9]{4}-[0-9]{2}");
    return isMonth ? YearMonth.parse(health.window()).atEndOfMonth() : health.asOf().plusDays(31);
  }
}
