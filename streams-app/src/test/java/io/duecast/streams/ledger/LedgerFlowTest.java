package io.duecast.streams.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.attribute.Attributes;
import io.duecast.calendar.DayOpened;
import io.duecast.check.RejectReason;
import io.duecast.customer.CustomerId;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.money.Money;
import io.duecast.receivable.Change;
import io.duecast.receivable.CollectionOutcome;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.DocumentType;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.PromiseSource;
import io.duecast.receivable.PromiseToPay;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFlowTest {
  private static final CustomerId ACME = new CustomerId("acme");

  @TempDir Path stateDir;
  private FlowRig rig;

  @BeforeEach
  void start() {
    rig = new FlowRig(stateDir);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void anIssuedInvoiceIsScoredInOneHop() {
    rig.send(Topics.INVOICE_EVENTS, issued("4711", "2026-03-02", "2026-04-01"));

    RiskAssessed risk = only(rig.read(Topics.INVOICE_RISK));
    assertThat(risk.invoice()).isEqualTo(new InvoiceId("4711"));
    assertThat(risk.role()).isEqualTo(ScorerRole.BASELINE);
    assertThat(risk.probabilityLate()).isBetween(0.19, 0.21);
    assertThat(risk.reasons()).extracting("textKey").containsExactly("no-history");
    ReceivableChanged opened = only(rig.readChanges());
    assertThat(opened.change()).isInstanceOf(Change.Opened.class);
    assertThat(opened.after().balance()).isEqualTo(Money.of("113", "EUR"));
  }

  @Test
  void theThirdInvoiceKnowsHowTheFirstTwoWerePaid() {
    rig.send(Topics.INVOICE_EVENTS, issued("1", "2026-01-05", "2026-01-19"));
    rig.send(Topics.PAYMENT_EVENTS, settled("1", "2026-02-05"));
    rig.send(Topics.INVOICE_EVENTS, issued("2", "2026-02-06", "2026-02-20"));
    rig.send(Topics.PAYMENT_EVENTS, settled("2", "2026-02-19"));
    rig.send(Topics.INVOICE_EVENTS, issued("3", "2026-03-02", "2026-03-16"));

    List<RiskAssessed> risks = rig.read(Topics.INVOICE_RISK);
    assertThat(risks).hasSize(3);
    assertThat(risks.get(2).features().get("prior_late_ratio")).hasToString("Numeric[value=0.5]");
    assertThat(risks.get(0).features()).doesNotContainKey("prior_late_ratio");
    assertThat(risks.get(0).features().get("prior_invoices")).hasToString("Numeric[value=0.0]");
  }

  @Test
  void aRepeatChangesNothing() {
    InvoiceIssued issued = issued("4711", "2026-03-02", "2026-04-01");
    rig.send(Topics.INVOICE_EVENTS, issued);
    rig.sendHistory(issued);
    rig.send(Topics.INVOICE_EVENTS, issued);

    assertThat(rig.read(Topics.INVOICE_RISK)).hasSize(1);
    assertThat(rig.read(Topics.RECEIVABLES)).hasSize(1);
    assertThat(rig.read(Topics.DEAD_LETTERS)).isEmpty();
  }

  @Test
  void badBytesGoToTheDeadLettersAndTheFlowGoesOn() {
    byte[] noise = {7, 1, 2};
    rig.sendBytes(Topics.INVOICE_EVENTS, "acme".getBytes(UTF_8), noise, at("2026-03-02", 9));
    rig.send(Topics.INVOICE_EVENTS, issued("4711", "2026-03-02", "2026-04-01"));

    DeadLetter letter = only(rig.read(Topics.DEAD_LETTERS));
    assertThat(letter.reason()).isEqualTo(RejectReason.UNDECODABLE);
    assertThat(letter.sourceTopic()).isEqualTo("invoice-events");
    assertThat(letter.value().get()).isEqualTo(noise);
    assertThat(rig.read(Topics.INVOICE_RISK)).hasSize(1);
  }

  @Test
  void whatTheLedgerRefusesKeepsItsOriginalBytes() {
    InvoiceIssued noDue =
        invoice("4711", LocalDate.parse("2026-03-02"), null, Money.of("113", "EUR"));
    rig.send(Topics.INVOICE_EVENTS, noDue);

    DeadLetter letter = only(rig.read(Topics.DEAD_LETTERS));
    assertThat(letter.reason()).isEqualTo(RejectReason.NO_DUE_DATE);
    assertThat(letter.detail()).contains("4711");
    assertThat(letter.value().get()).isEqualTo(rig.bytes(Topics.INVOICE_EVENTS, noDue));
    assertThat(rig.read(Topics.INVOICE_RISK)).isEmpty();
  }

  @Test
  void aRecordUnderAnotherKeyIsRefused() {
    InvoiceIssued fact = issued("4711", "2026-03-02", "2026-04-01");
    rig.sendAs(Topics.INVOICE_EVENTS, "somebody-else", fact, fact.envelope().recordedAt());

    assertThat(only(rig.read(Topics.DEAD_LETTERS)).reason()).isEqualTo(RejectReason.KEY_MISMATCH);
  }

  @Test
  void aDayIsHandedOnAmongTheAccountsBeforeWhatItBrings() {
    rig.send(Topics.INVOICE_EVENTS, issued("4711", "2026-03-02", "2026-03-16"));
    rig.send(Topics.COLLECTIONS_EVENTS, promise("4711", "2026-03-17", "2026-03-20"));
    rig.readChanges();
    DayOpened day = new DayOpened(LocalDate.parse("2026-03-21"), false);

    rig.openDay(day, at("2026-03-21", 0));

    assertThat(rig.read(Topics.RECEIVABLES))
        .satisfiesExactly(
            mark -> assertThat(mark).isEqualTo(day),
            change -> assertThat(change).isInstanceOf(ReceivableChanged.class));
  }

  @Test
  void whatIsKnownOfACustomerIsHandedOnAmongTheAccountsInItsPlace() {
    CustomerUpdated update = Examples.aCustomer().timeZone("Asia/Tokyo").fact();
    rig.sendHistory(update);
    rig.send(Topics.INVOICE_EVENTS, issued("4711", "2026-03-02", "2026-03-16"));

    assertThat(rig.read(Topics.RECEIVABLES))
        .satisfiesExactly(
            known -> assertThat(known).isEqualTo(update),
            change -> assertThat(change).isInstanceOf(ReceivableChanged.class));
  }

  @Test
  void aPromiseIsBrokenWhenItsDayIsOver() {
    rig.send(Topics.INVOICE_EVENTS, issued("4711", "2026-03-02", "2026-03-16"));
    rig.send(Topics.COLLECTIONS_EVENTS, promise("4711", "2026-03-17", "2026-03-20"));
    rig.readChanges();

    rig.openDay(new DayOpened(LocalDate.parse("2026-03-20"), false), at("2026-03-20", 0));
    assertThat(rig.readChanges()).isEmpty();

    rig.openDay(new DayOpened(LocalDate.parse("2026-03-21"), false), at("2026-03-21", 0));
    assertThat(only(rig.readChanges()).change())
        .isEqualTo(
            new Change.PromiseBroken(LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-21")));
  }

  private static <T> T only(List<T> all) {
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static InvoiceIssued issued(String id, String on, String due) {
    return invoice(id, LocalDate.parse(on), LocalDate.parse(due), Money.of("113", "EUR"));
  }

  private static InvoiceIssued invoice(String id, LocalDate on, LocalDate due, Money payable) {
    return new InvoiceIssued(
        envelope("issued-" + id, on, 8),
        new InvoiceId(id),
        ACME,
        DocumentType.INVOICE,
        on,
        due,
        null,
        payable,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        Attributes.NONE);
  }

  private static PaymentSettled settled(String id, String on) {
    LocalDate day = LocalDate.parse(on);
    return new PaymentSettled(
        envelope("settled-" + id, day, 20), new InvoiceId(id), ACME, day, null);
  }

  private static CollectionOutcome promise(String id, String on, String until) {
    LocalDate day = LocalDate.parse(on);
    return new CollectionOutcome(
        envelope("promise-" + id, day, 10),
        ACME,
        new InvoiceId(id),
        OutcomeKind.PROMISE_TO_PAY,
        new PromiseToPay(null, LocalDate.parse(until), PromiseSource.CUSTOMER),
        null,
        null,
        null,
        null,
        day);
  }

  private static Envelope envelope(String id, LocalDate on, int hour) {
    Instant at = at(on.toString(), hour);
    return new Envelope(new EventId(id), at, at, at, "test", null, false);
  }

  private static Instant at(String day, int hour) {
    return LocalDate.parse(day).atTime(hour, 0).toInstant(ZoneOffset.UTC);
  }
}
