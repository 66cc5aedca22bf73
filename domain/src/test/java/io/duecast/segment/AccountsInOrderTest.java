package io.duecast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccountsInOrderTest {
  private final List<Record> lines = new ArrayList<>();
  private final List<RiskAssessed> risks = new ArrayList<>();

  @Test
  void whatIsToldDoesNotDependOnHowTheTwoTopicsInterleave() {
    account(11);
    List<SegmentFinding> together = interleaved(new Random(1), 1, false);
    assertThat(together).hasSizeGreaterThan(20);

    for (int seed = 2; seed < 40; seed++) {
      assertThat(interleaved(new Random(seed), 1 + seed, false))
          .as("seed %d", seed)
          .isEqualTo(together);
    }
  }

  @Test
  void aRiskThatNeverComesHoldsNothingUpForLongerThanToTheNext() {
    account(13);
    RiskAssessed lost = risks.remove(3);

    List<SegmentFinding> found = interleaved(new Random(1), 1, true);

    assertThat(found).hasSizeGreaterThan(20);
    assertThat(lost).isNotNull();
    assertThat(found).isEqualTo(interleaved(new Random(2), 9, true));
  }

  private List<SegmentFinding> interleaved(Random random, int apart, boolean isLossy) {
    InMemorySegmentFiles files = new InMemorySegmentFiles();
    SegmentDesk desk =
        new SegmentDesk(files, files, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
    List<SegmentFinding> found = new ArrayList<>();
    int line = 0;
    int risk = 0;
    while (line < lines.size() || risk < risks.size()) {
      boolean isLine = line < lines.size() && random.nextBoolean();
      for (int i = random.nextInt(apart) + 1; i > 0; i--) {
        if (isLine && line < lines.size()) {
          found.addAll(hear(desk, lines.get(line++)));
        } else if (!isLine && risk < risks.size()) {
          found.addAll(desk.after(risks.get(risk++)));
        }
      }
    }
    assertThat(files.first() == null || isLossy).isTrue();
    return found;
  }

  private static List<SegmentFinding> hear(SegmentDesk desk, Record line) {
    return line instanceof ReceivableChanged it
        ? desk.after(it)
        : desk.after((DayOpened) line, Examples.morningOf(((DayOpened) line).date()));
  }

  private void account(long seed) {
    Random random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      facts.addAll(RandomFacts.account(seed * 100 + i, new CustomerId("c-" + i), 25));
    }
    facts.sort(Comparator.comparing(it -> it.envelope().recordedAt()));
    Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    LocalDate today = Examples.FIRST_DAY;
    for (Fact fact : facts) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      for (; today.isBefore(on); today = today.plusDays(1)) {
        lines.add(new DayOpened(today, false));
      }
      ledger.after(fact).entries().stream()
          .filter(ReceivableChanged.class::isInstance)
          .map(ReceivableChanged.class::cast)
          .forEach(it -> hear(it, random.nextDouble()));
    }
  }

  private void hear(ReceivableChanged line, double risk) {
    lines.add(line);
    if (line.change() instanceof Change.Opened) {
      risks.add(SegmentExamples.risk(line, risk));
    }
  }
}
