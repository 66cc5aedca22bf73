package io.duecast.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.DunningExamples;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.AgingProbabilities;
import io.duecast.risk.ExpectedPayment;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk, against a twin that reads the whole log again for each answer. */
class CashDeskTest {
  private final CashDesk desk = new CashDesk(new InMemoryCashFiles(), ZoneOffset.UTC, 0);
  private final CashLog log = new CashLog();
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private Random random = new Random(0);
  private CashBook book = CashBook.NEW;
  private int cameWeeks;
  private int taught;

  @ParameterizedTest
  @ValueSource(longs = {5, 7, 11})
  void everyMondayEqualsWhatTheWholeLogSays(long seed) {
    random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      facts.addAll(RandomFacts.account(seed * 100 + i, new CustomerId("c-" + i), 9));
    }
    facts.sort(Comparator.comparing(it -> it.envelope().recordedAt()));
    LocalDate today = Examples.FIRST_DAY;
    open(today);
    for (Fact fact : facts) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      while (today.isBefore(on)) {
        today = today.plusDays(1);
        open(today);
      }
      ledger.after(fact).entries().forEach(this::hear);
    }
    for (int i = 0; i < 150; i++) {
      today = today.plusDays(1);
      open(today);
    }
    assertThat(book.past()).hasSize(ForecastWeeks.QUARTER);
    assertThat(cameWeeks).isGreaterThan(8);
    assertThat(taught).isGreaterThan(4);
  }

  private void open(LocalDate day) {
    DayOpened opened = new DayOpened(day, false);
    Instant at = Examples.morningOf(day);
    SortedMap<LocalDate, List<CashPart>> said = desk.after(opened);
    if (day.getDayOfWeek() == DayOfWeek.MONDAY) {
      assertThat(said).containsOnlyKeys(day);
      List<CashPart> expected = log.begin(opened);
      assertThat(said.get(day))
          .as("open on %s", day)
          .extracting(it -> it.outlook().open())
          .isEqualTo(expected.stream().map(it -> it.outlook().open()).toList());
      assertThat(said.get(day))
          .as("came before %s", day)
          .extracting(CashPart::came)
          .isEqualTo(expected.stream().map(CashPart::came).toList());
      assertThat(said.get(day)).as("on %s", day).isEqualTo(expected);
      said.get(day).stream().filter(it -> isEuro(it)).forEach(it -> keep(it, at));
    } else {
      assertThat(said).isEmpty();
    }
    ledger.after(opened, at).entries().forEach(this::hear);
  }

  private static boolean isEuro(CashPart part) {
    return part.outlook().open().currency().getCurrencyCode().equals("EUR");
  }

  private void keep(CashPart part, Instant at) {
    CashBook before = book;
    book = book.after(part, at, false);
    cameWeeks += part.came().getFirst().isZero() ? 0 : 1;
    taught = Math.max(taught, book.latest().ended().size());
    assertThat(book.latest().ended())
        .allSatisfy(it -> assertThat(it.came()).isEqualTo(part.came().get(it.away())))
        .hasSize(before.past().size());
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      boolean isFirst = random.nextBoolean();
      boolean isAssessed =
          line.change() instanceof Change.Opened ? random.nextInt(9) > 0 : random.nextInt(30) == 0;
      if (isAssessed && isFirst) {
        assess(line);
      }
      desk.after(line);
      log.add(line);
      if (isAssessed && !isFirst) {
        assess(line);
      }
    }
  }

  private void assess(ReceivableChanged line) {
    LocalDate on = LocalDate.ofInstant(line.recordedAt(), ZoneOffset.UTC);
    RiskAssessed any =
        DunningExamples.risk(line.customer(), line.invoice().value(), RiskBand.LOW, on);
    Outlook outlook = Outlooks.random(random, line.after().dueOn());
    RiskAssessed risk = saying(any, outlook.byBucket(), outlook.expected());
    desk.after(risk);
    log.add(risk);
  }

  private static RiskAssessed saying(
      RiskAssessed it, AgingProbabilities byBucket, ExpectedPayment expected) {
    return new RiskAssessed(
        it.assessmentId(),
        it.invoice(),
        it.customer(),
        it.trigger(),
        it.modelId(),
        it.role(),
        it.probabilityLate(),
        it.interval(),
        byBucket,
        expected,
        null,
        it.band(),
        null,
        it.reasons(),
        it.featureSet(),
        it.features(),
        it.issuedOn(),
        it.dueOn(),
        null,
        it.cause(),
        null,
        it.recordedAt(),
        false);
  }
}
