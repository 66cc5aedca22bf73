package io.duecast.console.projection;

import static io.duecast.Examples.about;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.dayOpened;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.customer.CustomerId;
import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.ReminderStatus;
import io.duecast.event.Envelope;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import io.duecast.wire.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real broker, registry and database. */
class ProjectorTest {
  private static final List<Written> BOOK = SimulatedBook.of(25, 150);

  private static final Envelope ENVELOPE =
      Examples.envelope("e", Examples.morningOf(Examples.FIRST_DAY));

  private ConsoleRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new ConsoleRig();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void readAgainFromTheBeginningTheTopicsGiveTheSameTables() {
    rig.write(BOOK);
    project();
    Map<String, List<String>> first = rig.tables();
    assertThat(first.get("invoices")).hasSizeGreaterThan(100);
    for (String table :
        List.of("customers", "assessments", "labels", "reminders", "portfolio_days")) {
      assertThat(first.get(table)).as(table).isNotEmpty();
    }

    rig.model().clear();
    assertThat(rig.tables().get("invoices")).isEmpty();
    project();

    assertThat(rig.tables()).isEqualTo(first);
  }

  @Test
  void whoeverDiesBetweenBatchesLosesNothingAndRepeatsNothing() {
    rig.write(BOOK.subList(0, BOOK.size() / 2));
    int deaths = dieAfterEachBatch();
    assertThat(deaths).isPositive();
    rig.write(BOOK.subList(BOOK.size() / 2, BOOK.size()));
    dieAfterEachBatch();
    project();

    assertThat(rig.tables()).isEqualTo(atOnce());
  }

  @Test
  void aDatabaseThatHangsUpInTheMiddleIsAskedAgain() {
    rig.write(BOOK);
    AtomicInteger batches = new AtomicInteger();
    try (Projector projector = rig.projector()) {
      projector
          .moves()
          .listen(
              moved -> {
                if (batches.incrementAndGet() <= 3) {
                  hangUp();
                }
              });
      projector.start();
      rig.awaitProjected();
    }
    assertThat(rig.tables()).isEqualTo(atOnce());
  }

  @Test
  void ofTwoThatProjectAtOnceEachRecordCountsOnce() {
    rig.write(BOOK);
    try (Projector one = rig.projector();
        Projector other = rig.projector()) {
      one.start();
      other.start();
      rig.awaitProjected();
    }
    assertThat(rig.tables()).isEqualTo(atOnce());
  }

  @Test
  void aTextThatPostgresCannotHoldDoesNotStopIt() {
    var ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    var odd = anInvoice("I\u00007").of(new CustomerId("a\u0000b")).fact();
    ledger.after(odd).entries().forEach(it -> rig.write(Topics.RECEIVABLES, it));

    project();

    assertThat(rig.rows("select customer, invoice from invoices"))
        .containsExactly(Map.of("customer", "a\uFFFDb", "invoice", "I\uFFFD7"));
  }

  @Test
  void whatTheDatabaseRefusesIsKeptApartAndTheRestGoesOn() {
    rig.write(BOOK.subList(0, BOOK.size() / 2));
    rig.write(Topics.REMINDER_STATUS, sent(unlikeAnything(9_000)));
    rig.write(Topics.REMINDER_STATUS, sent("R-1"));
    rig.write(BOOK.subList(BOOK.size() / 2, BOOK.size()));
    project();

    List<Map<String, Object>> refused = rig.rows("select topic, reason from refused_records");
    assertThat(refused).hasSize(1);
    assertThat(refused.getFirst().get("topic"))
        .isEqualTo(rig.topics().name(Topics.REMINDER_STATUS));
    assertThat(String.valueOf(refused.getFirst().get("reason"))).startsWith("54000: index row");
    assertThat(rig.rows("select reminder_id from reminder_deliveries"))
        .containsExactly(Map.of("reminder_id", "R-1"));
    Map<String, List<String>> first = rig.tables();
    assertThat(first.get("invoices")).hasSizeGreaterThan(100);
    assertThat(atOnce()).isEqualTo(first);
  }

  @Test
  void aTextThatLooksLikeAnEscapedNoughtIsTextLikeAnyOther() {
    var ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
    ledger.after(anInvoice("I-1").fact());
    var changed = ledger.after(about("I-1").disputed("\\u0000 and \\\\u0000, \u0000")).entries();
    changed.forEach(it -> rig.write(Topics.RECEIVABLES, it));

    project();

    assertThat(rig.rows("select detail->>'dispute' as dispute from invoice_events"))
        .containsExactly(Map.of("dispute", "\\u0000 and \\\\u0000, \uFFFD"));
    assertThat(rig.rows("select * from refused_records")).isEmpty();
  }

  @Test
  void aThreadThatDiesOfAnythingIsTold() {
    rig.write(Topics.RECEIVABLES, dayOpened("2026-03-02"));
    HealthBoard board = new HealthBoard(Clock.systemUTC());
    try (Projector projector = rig.projector(board)) {
      projector
          .moves()
          .listen(
              moved -> {
                throw new StackOverflowError("made by the test");
              });
      projector.start();
      ConsoleRig.await(() -> !board.isAlive());
      assertThat(projector.freshness().reading().standing()).isEqualTo(Standing.DEAD);
      assertThat(projector.freshness().reading().isFresh()).isFalse();
      assertThat(board.isReady()).isFalse();
    }
  }

  private static ReminderStatus sent(String reminder) {
    return new ReminderStatus(ENVELOPE, Examples.ACME, reminder, Delivery.SENT, Channel.EMAIL);
  }

  /** Text that nothing makes shorter. */
  private static String unlikeAnything(int letters) {
    Random random = new Random(11);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      text.append((char) random.nextInt('!', '~'));
    }
    return text.toString();
  }

  @Test
  void tablesOfOtherTopicsAreNotWrittenToAndWhatToDoIsSaid() {
    rig.write(Topics.RECEIVABLES, dayOpened("2026-03-02"));
    project();
    rig.change("update projected_topics set topic_id = 'other' where topic like '%.receivables'");
    rig.write(Topics.RECEIVABLES, dayOpened("2026-03-03"));

    try (Projector projector = rig.projector()) {
      projector.start();
      ConsoleRig.await(() -> projector.freshness().reading().standing() == Standing.DEAD);
      assertThat(projector.freshness().reading().detail())
          .contains("another topic " + rig.topics().name(Topics.RECEIVABLES), "--rebuild");
    }
    assertThat(rig.rows("select day::text as day from today"))
        .containsExactly(Map.of("day", "2026-03-02"));

    rig.model().clear();
    project();
    assertThat(rig.rows("select day::text as day from today"))
        .containsExactly(Map.of("day", "2026-03-03"));
  }

  @Test
  void tablesThatAreFurtherThanTheTopicsAreNotWrittenTo() {
    rig.write(Topics.RECEIVABLES, dayOpened("2026-03-02"));
    project();
    rig.change("update projected_offsets set next_offset = 1000 where next_offset > 0");

    try (Projector projector = rig.projector()) {
      projector.start();
      ConsoleRig.await(() -> projector.freshness().reading().standing() == Standing.DEAD);
      assertThat(projector.freshness().reading().detail()).contains("--rebuild");
    }
  }

  @Test
  void itSaysHowFarItIsBehind() {
    rig.write(Topics.RECEIVABLES, dayOpened("2026-03-02"));
    try (Projector projector = rig.projector()) {
      assertThat(projector.freshness().reading().standing()).isEqualTo(Standing.COMING);
      projector.start();
      ConsoleRig.await(() -> projector.freshness().reading().isFresh());
      assertThat(projector.freshness().reading().topics().get("receivables").lag()).isZero();
    }
    assertThat(rig.rows("select day from today").getFirst().get("day"))
        .hasToString(Examples.day("2026-03-02").toString());
  }

  private void project() {
    try (Projector projector = rig.projector()) {
      projector.start();
      rig.awaitProjected();
    }
  }

  /** What one projector makes of the same topics in one go. */
  private Map<String, List<String>> atOnce() {
    rig.model().clear();
    project();
    return rig.tables();
  }

  /** Starts one after the other, each of which dies when its first batch is written. */
  private int dieAfterEachBatch() {
    int deaths = 0;
    boolean isMore = true;
    while (isMore) {
      try (Projector projector = rig.projector()) {
        projector
            .moves()
            .listen(
                moved -> {
                  throw new IllegalStateException("killed by the test");
                });
        projector.start();
        ConsoleRig.await(
            () -> {
              Freshness.Reading now = projector.freshness().reading();
              return now.standing() == Standing.DEAD || now.isFresh();
            });
        isMore = projector.freshness().reading().standing() == Standing.DEAD;
        deaths += isMore ? 1 : 0;
      }
    }
    return deaths;
  }

  private void hangUp() {
    rig.rows(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
            + " and application_name <> 'onlooker'");
  }
}
