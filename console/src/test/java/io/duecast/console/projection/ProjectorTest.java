package io.duecast.console.projection;

import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.dayOpened;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.service.watch.Standing;
import io.duecast.wire.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real broker, registry and database. */
class ProjectorTest {
  private static final List<Written> BOOK = SimulatedBook.of(25, 150);

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
