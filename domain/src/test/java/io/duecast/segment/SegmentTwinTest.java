package io.duecast.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk, over random accounts, against a twin that looks at everybody on every day. */
class SegmentTwinTest {
  private final InMemorySegmentFiles files = new InMemorySegmentFiles();
  private final SegmentDesk desk =
      new SegmentDesk(files, files, SegmentRules.DEFAULT, LabelPolicy.DEFAULT, ZoneOffset.UTC);
  private final NaiveSegments twin = new NaiveSegments();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final Map<RiskSegment, Integer> seen = new EnumMap<>(RiskSegment.class);
  private Random random = new Random(0);

  @ParameterizedTest
  @ValueSource(longs = {11, 13, 17, 19, 23})
  void theDeskTellsWhatItsTwinTells(long seed) {
    random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      facts.addAll(RandomFacts.account(seed * 100 + i, new CustomerId("c-" + i), 10 + 10 * i));
    }
    facts.sort(Comparator.comparing(it -> it.envelope().recordedAt()));
    LocalDate today = Examples.FIRST_DAY;
    for (Fact fact : facts) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      while (today.isBefore(on)) {
        today = today.plusDays(1);
        open(today, seed);
      }
      ledger.after(fact).entries().forEach(this::hear);
    }
    for (int i = 0; i < 500; i++) {
      today = today.plusDays(1);
      open(today, seed);
    }
    assertThat(seen.keySet()).contains(RiskSegment.NEW, RiskSegment.LATE, RiskSegment.CRITICAL);
  }

  private void open(LocalDate today, long seed) {
    DayOpened day = new DayOpened(today, false);
    Instant at = Examples.morningOf(today);
    ledger.after(day, at).entries().forEach(this::hear);
    List<CustomerSegmented> told =
        desk.after(day, at).stream()
            .filter(CustomerSegmented.class::isInstance)
            .map(CustomerSegmented.class::cast)
            .toList();
    assertThat(told).as("seed %d, %s", seed, today).isEqualTo(twin.open(day, at));
    told.forEach(it -> seen.merge(it.segment(), 1, Integer::sum));
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      desk.after(line);
      Integer risk = null;
      if (line.change() instanceof Change.Opened) {
        risk = random.nextInt(1001);
        desk.after(SegmentExamples.risk(line, risk / 1000.0));
      }
      twin.hear(line, risk);
    }
  }
}
