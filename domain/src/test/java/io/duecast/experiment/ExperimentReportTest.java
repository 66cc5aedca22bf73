package io.duecast.experiment;

import static io.duecast.Examples.ACME;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duecast.Examples;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.PaymentStatus;
import io.duecast.receivable.ReceivableChanged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExperimentReportTest {
  private static final LocalDate ON = LocalDate.of(2026, 4, 8);
  private static final Window WINDOW = Window.DEFAULT;

  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);

  private static Assignment assignment(CustomerId customer, boolean treated, LocalDate on) {
    return new Assignment(
        new Treatment(Treatment.Kind.REMINDER, "standard", "friendly", "EUR"),
        customer,
        Examples.invoiceId("I-1"),
        treated,
        treated ? 0.9 : 0.1,
        eur("100.00"),
        LocalDate.of(2026, 4, 10),
        on,
        on.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** What became of an invoice of 100 that came in on 8 April and is due on the tenth. */
  private Aftermath after(Fact... facts) {
    Aftermath aftermath = new Aftermath(assignment(ACME, true, ON));
    hear(anInvoice().payable("100.00").dueOn("2026-04-10").fact(), aftermath);
    for (Fact fact : facts) {
      hear(fact, aftermath);
    }
    return aftermath;
  }

  private void hear(Fact fact, Aftermath aftermath) {
    ledger.after(fact).entries().forEach(it -> aftermath.after((ReceivableChanged) it));
  }

  private static Fact paid(String payment, String amount, String on) {
    return aPayment(payment).paying("I-1", amount).on(on).recordedOn(on).fact();
  }

  @Test
  void moneyThatComesInPartsCountsForTheDaysThatEachWasOut() {
    Aftermath of = after(paid("P-1", "30.00", "2026-04-13"), paid("P-2", "70.00", "2026-04-19"));

    assertThat(of.daysToPay(30)).isEqualTo(11);
    assertThat(of.daysOut(30)).isEqualTo(5 + 6 * 0.7, within(1e-9));
    assertThat(of.collected(30)).isEqualTo(1);
    assertThat(of.collected(10)).isEqualTo(0.3, within(1e-9));
    assertThat(of.daysOut(10)).isEqualTo(5 + 5 * 0.7, within(1e-9));
    assertThat(of.daysToPay(10)).isEqualTo(10);
  }

  @Test
  void inTimeIsWithinTheGraceBeforeTheDueDateAndTwoWeeksAfterIt() {
    Assignment before = assignment(ACME, true, ON);
    Assignment later = assignment(ACME, true, LocalDate.of(2026, 4, 17));

    assertThat(WINDOW.deadline(before)).isEqualTo("2026-04-13");
    assertThat(WINDOW.deadline(later)).isEqualTo("2026-05-01");
    assertThat(after(paid("P-1", "100.00", "2026-04-13")).isPaidBy(LocalDate.of(2026, 4, 13)))
        .isTrue();
    assertThat(WINDOW.hasPassed(before, LocalDate.of(2026, 5, 7))).isFalse();
    assertThat(WINDOW.hasPassed(before, LocalDate.of(2026, 5, 8))).isTrue();
  }

  @Test
  void whatNeverComesCountsTheWholeHorizon() {
    Aftermath of = after(paid("P-1", "40.00", "2026-04-18"));

    assertThat(of.daysToPay(30)).isEqualTo(30);
    assertThat(of.daysOut(30)).isEqualTo(10 + 20 * 0.6, within(1e-9));
    assertThat(of.collected(30)).isEqualTo(0.4, within(1e-9));
    assertThat(of.isPaidBy(LocalDate.of(2027, 1, 1))).isFalse();
  }

  @Test
  void aPaymentThatIsTakenBackHasNotCome() {
    Aftermath of =
        after(
            paid("P-1", "100.00", "2026-04-12"),
            aPayment("P-1")
                .paying("I-1", "100.00")
                .on("2026-04-15")
                .recordedOn("2026-04-15")
                .status(PaymentStatus.REVERSED)
                .fact());

    assertThat(of.isPaidBy(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(of.collected(30)).isZero();
    assertThat(of.daysToPay(30)).isEqualTo(30);
  }

  @Test
  void whatIsOnlyDeclaredSettledHasComeInCash() {
    Aftermath of = after(settled("2026-04-12"));

    assertThat(of.isPaidBy(LocalDate.of(2026, 4, 12))).isTrue();
    assertThat(of.collected(30)).isEqualTo(1);
    assertThat(of.daysOut(30)).isEqualTo(4, within(1e-9));
  }

  @Test
  void aDeclaredSettlementThatMovesIsCountedOnce() {
    Aftermath of =
        after(paid("P-1", "40.00", "2026-04-10"), settled("2026-04-18"), settled("2026-04-28"));

    assertThat(of.daysOut(30)).isEqualTo(2 + 18 * 0.6, within(1e-9));
    assertThat(of.isPaidBy(LocalDate.of(2026, 4, 27))).isFalse();
    assertThat(of.isPaidBy(LocalDate.of(2026, 4, 28))).isTrue();
  }

  @Test
  void aCreditThatIsOnlyDeclaredTheEndIsNoPayment() {
    Aftermath of =
        after(
            Examples.aCredit("CN-1").to("I-1", "100.00").on("2026-04-12").fact(),
            settled("2026-04-13"));

    assertThat(of.collected(30)).isZero();
  }

  private static Fact settled(String on) {
    LocalDate day = LocalDate.parse(on);
    return Examples.about("I-1")
        .on(day)
        .recordedAt(day.atStartOfDay(ZoneOffset.UTC).toInstant())
        .settled();
  }

  @Test
  void aCreditIsNoPayment() {
    Aftermath of = after(Examples.aCredit("CN-1").to("I-1", "100.00").on("2026-04-12").fact());

    assertThat(of.isPaidBy(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(of.collected(30)).isZero();
  }

  @Test
  void aCreditForTheRestIsNoPaymentWhateverWasPaidBefore() {
    Aftermath of =
        after(
            paid("P-1", "60.00", "2026-04-02"),
            Examples.aCredit("CN-1").to("I-1", "40.00").on("2026-04-12").fact());

    assertThat(of.isPaidBy(LocalDate.of(2026, 5, 1))).isFalse();
    assertThat(of.collected(30)).isZero();
  }

  @Test
  void aPaymentOfTheRestIsOneWhateverWasCreditedBefore() {
    Aftermath of =
        after(
            Examples.aCredit("CN-1").to("I-1", "60.00").on("2026-04-02").fact(),
            paid("P-1", "40.00", "2026-04-12"));

    assertThat(of.isPaidBy(LocalDate.of(2026, 4, 12))).isTrue();
  }

  @Test
  void whatIsRecordedAfterItsDayIsNotInAReport() {
    for (String asOf : List.of("2026-05-10", "2026-05-11")) {
      ExperimentReport report = new ExperimentReport(LocalDate.parse(asOf), ZoneOffset.UTC, WINDOW);
      Ledger anew = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
      for (int i = 0; i < 24; i++) {
        CustomerId customer = new CustomerId("C-" + i);
        report.after(assignment(customer, i % 2 == 0, ON));
        Fact issued = anInvoice().of(customer).payable("100.00").dueOn("2026-04-10").fact();
        // Its value date is long gone, and it is told on the eleventh.
        Fact paid =
            aPayment("P-" + i)
                .of(customer)
                .paying("I-1", i % 3 == 0 ? "40.00" : "100.00")
                .on("2026-04-12")
                .recordedOn(i == 0 ? "2026-05-11" : "2026-04-12")
                .fact();
        for (Fact fact : List.of(issued, paid)) {
          anew.after(fact).entries().forEach(it -> report.after((ReceivableChanged) it));
        }
      }
      Uplift.OrLack money = report.experiments().getFirst().of(Measure.COLLECTED);
      boolean knows = asOf.equals("2026-05-11");
      assertThat(money.treated()).as(asOf).isEqualTo(knows ? 0.8 : 9.2 / 12, within(1e-9));
      assertThat(money.heldOut()).isEqualTo(0.8, within(1e-9));
    }
  }

  @Test
  void anInvoiceCountsOnceUnderItsFirstStepAndNotWhileItsWindowRuns() {
    ExperimentReport report =
        new ExperimentReport(LocalDate.of(2026, 5, 8), ZoneOffset.UTC, WINDOW);
    report.after(assignment(ACME, true, ON));
    report.after(assignment(ACME, false, ON.plusDays(3)));
    report.after(assignment(Examples.GLOBEX, false, ON.plusDays(1)));

    List<Experiment> experiments = report.experiments();

    assertThat(experiments).extracting(it -> it.treatment().step()).containsExactly("");
    for (Experiment each : experiments) {
      assertThat(each.treated()).isEqualTo(new Experiment.Size(1, 1, eur("100.00")));
      assertThat(each.heldOut()).isEqualTo(new Experiment.Size(0, 0, eur("0.00")));
      assertThat(each.running()).isEqualTo(1);
      assertThat(each.of(Measure.COLLECTED).lack()).isEqualTo(Uplift.Lack.NOBODY_HELD_OUT);
      assertThat(each.collected()).isNull();
    }
  }
}
