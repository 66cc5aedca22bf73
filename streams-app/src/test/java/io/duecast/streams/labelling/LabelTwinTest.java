package io.duecast.streams.labelling;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.label.HorizonLabel;
import io.duecast.label.Label;
import io.duecast.label.LabelReason;
import io.duecast.label.LabelledInvoice;
import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.label.Outcome;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.simulator.EconomySettings;
import io.duecast.streams.ledger.SimulatedBooks;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The labelling against a slow, obvious twin: for every invoice all that was heard of it is folded
 * again from the beginning, and the rule is asked once for the day.
 */
class LabelTwinTest {
  private static final EconomySettings ECONOMY =
      EconomySettings.demo().withSeed(5).withCustomers(30).withDays(260);
  private static final Labelling RULE =
      new Labelling(LedgerSettings.DEFAULT.desk().policy(), Cohort.KNOWN);

  @TempDir Path ledgerDir;
  @TempDir Path labelDir;

  private final Map<InvoiceId, Outcome> outcomes = new HashMap<>();
  private final Map<InvoiceId, RiskAssessed> served = new HashMap<>();
  private final Map<InvoiceId, LabelledInvoice> labels = new HashMap<>();
  private final Deque<RiskAssessed> held = new ArrayDeque<>();
  private int days;

  /**
   * Days for which the assessments lag behind, as the records of one topic may behind another's.
   */
  @ParameterizedTest
  @ValueSource(ints = {0, 50})
  void onEveryDayEveryInvoiceHasTheLabelOfTheRule(int lag) {
    try (SimulatedBooks books = new SimulatedBooks(ledgerDir, ECONOMY);
        LabellingRig rig = new LabellingRig(labelDir, books.serdes())) {
      while (books.hasNext()) {
        books.next();
        held.addAll(books.read(Topics.INVOICE_RISK));
        if (lag == 0) {
          tellHeld(Instant.MAX, rig);
        }
        for (Record line : books.read(Topics.RECEIVABLES)) {
          hear(line, rig, books, lag);
        }
      }
    }
    assertThat(days).isGreaterThan(200);
    assertThat(labels).hasSizeGreaterThan(500);
    assertThat(labels.values())
        .extracting(LabelledInvoice::reason)
        .contains(
            LabelReason.SETTLED, LabelReason.AGED, LabelReason.WITHDRAWN, LabelReason.WRITTEN_OFF);
  }

  private void tellHeld(Instant before, LabellingRig rig) {
    while (!held.isEmpty() && held.getFirst().recordedAt().isBefore(before)) {
      RiskAssessed risk = held.removeFirst();
      served.putIfAbsent(risk.invoice(), risk);
      rig.send(Topics.INVOICE_RISK, risk.customer().value(), risk, risk.recordedAt());
    }
  }

  private void hear(Record line, LabellingRig rig, SimulatedBooks books, int lag) {
    if (line instanceof ReceivableChanged changed) {
      outcomes.compute(
          changed.invoice(),
          (id, was) -> was == null ? Outcome.opened(changed) : Outcome.after(changed, was));
      rig.send(Topics.RECEIVABLES, changed.customer().value(), changed, changed.recordedAt());
    } else if (line instanceof DayOpened day) {
      rig.send(Topics.RECEIVABLES, day.date().toString(), day, books.startOf(day.date()));
      tellHeld(books.startOf(day.date().minusDays(lag)), rig);
      List<Record> said = rig.read(Topics.LABELLED_INVOICES);
      assertThat(lag == 0 ? said.subList(said.size() - 1, said.size()) : said).contains(day);
      for (Record one : said) {
        if (one instanceof LabelledInvoice label) {
          labels.put(label.invoice(), label);
        }
      }
      compare(day.date());
      days++;
    }
  }

  private void compare(LocalDate today) {
    served.forEach(
        (id, risk) -> {
          Outcome outcome = outcomes.get(id);
          List<HorizonLabel> expected = RULE.labels(outcome, today);
          LabelledInvoice label = labels.get(id);
          boolean nothing = expected.stream().allMatch(it -> it.label() == Label.CENSORED);
          if (label == null) {
            assertThat(nothing).as("%s on %s: %s", id, today, outcome).isTrue();
          } else {
            assertThat(label.labels()).as("%s on %s: %s", id, today, outcome).isEqualTo(expected);
            assertThat(label.features()).isEqualTo(risk.features());
          }
        });
  }
}
