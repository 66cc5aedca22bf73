package io.duecast.history;

import static io.duecast.Examples.ACME;
import static io.duecast.Examples.aCredit;
import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.about;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.Change;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.PaymentStatus;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentHistoryTest {
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private PaymentHistory history = PaymentHistory.NONE;

  @Test
  void aPaidInvoiceLeavesTheOpenBookAndJoinsThePaid() {
    send(anInvoice().dueOn("2026-04-01").fact());
    assertThat(history.open().invoices()).isEqualTo(1);

    send(aPayment().paying("I-1", "100").on("2026-04-12").fact());

    assertThat(history.open().invoices()).isZero();
    assertThat(history.settled().invoices()).isEqualTo(1);
    assertThat(history.settled().meanDaysPastDue()).isEqualTo(11);
    assertThat(history.settled().lateRatio()).isEqualTo(1);
    assertThat(history.lastPaymentOn()).isEqualTo("2026-04-12");
  }

  @Test
  void aReversalUndoesExactlyTheSettlementThatWasTold() {
    send(anInvoice("I-1").dueOn("2026-04-01").fact());
    PaymentHistory before = history;
    send(
        aPayment().paying("I-1", "100").on("2026-04-12").fact(),
        anAmendmentOf("I-1").on("2026-04-13").dueOn("2026-05-01"),
        aPayment().status(PaymentStatus.REVERSED).on("2026-04-14").fact());

    assertThat(history.settled()).isEqualTo(before.settled());
    assertThat(history.open().dueBefore(day("2026-05-01"))).isZero();
    assertThat(history.open().amount("EUR")).isEqualTo(100);
  }

  @Test
  void settledByCreditShowsNoPaymentBehaviour() {
    send(anInvoice().fact(), aCredit("CN-1").to("I-1", "100").fact());

    assertThat(history.settled()).isEqualTo(SettleTally.NONE);
    assertThat(history.open().invoices()).isZero();
    assertThat(history.lastPaymentOn()).isNull();
  }

  @Test
  void anOverdueInvoiceIsKnownToBeLateBeforeAnyPayment() {
    send(anInvoice().dueOn("2026-04-01").fact());

    assertThat(history.knownLate(day("2026-04-04"), LabelPolicy.DEFAULT)).isZero();
    assertThat(history.knownLate(day("2026-04-05"), LabelPolicy.DEFAULT)).isEqualTo(1);
    assertThat(history.knownOutcomes(day("2026-04-05"), LabelPolicy.DEFAULT)).isEqualTo(1);
  }

  @Test
  void aWriteOffThatIsReversedOrCancelledIsNone() {
    send(anInvoice("I-1").fact(), anInvoice("I-2").fact());
    send(anAmendmentOf("I-1").as(AmendmentType.WRITTEN_OFF));
    send(anAmendmentOf("I-2").as(AmendmentType.WRITTEN_OFF));
    assertThat(history.lost().writtenOff()).isEqualTo(2);

    send(anAmendmentOf("I-1").version(2).as(AmendmentType.WRITE_OFF_REVERSED));
    send(anAmendmentOf("I-2").version(2).as(AmendmentType.CANCELLED));

    assertThat(history.lost().writtenOff()).isZero();
    assertThat(history.lost().withdrawn()).isEqualTo(1);
  }

  @Test
  void cashBeyondTheSettlementIsNoPartPayment() {
    send(anInvoice().fact(), aPayment("P-1").paying("I-1", "100").fact());
    send(aPayment("P-2").paying("I-1", "13").on("2026-03-20").fact());

    assertThat(history.lost().partPayments()).isZero();
    assertThat(history.lastPaymentOn()).isEqualTo("2026-03-20");
  }

  @Test
  void aContactRecordedLateIsNotTheLastOne() {
    send(about("I-1").on("2026-03-20").contacted(OutcomeKind.OTHER));
    send(about("I-1").on("2026-03-10").contacted(OutcomeKind.NO_ANSWER));

    assertThat(history.care().lastContactOn()).isEqualTo("2026-03-20");
    assertThat(history.care().contacts()).isEqualTo(2);
    assertThat(history.care().failedContacts()).isEqualTo(1);
  }

  @Test
  void oneInvoiceDatedFarAheadDoesNotPushOutTheOthers() {
    send(anInvoice("I-1").issuedOn("2026-03-02").fact());
    send(anInvoice("I-2").issuedOn("2199-03-02").dueIn(0).fact());
    send(anInvoice("I-3").issuedOn("2026-03-03").fact());
    send(aPayment("P-2").paying("I-2", "100").on("2199-03-02").fact());
    send(aPayment("P-1").paying("I-1", "100").on("2026-03-12").fact());

    assertThat(history.issued().lately(day("2026-03-05"))).isEqualTo(2);
    assertThat(history.issued().on(day("2026-03-03"))).isEqualTo(1);
    assertThat(history.settled().lateRatioLately(day("2026-03-15"))).isZero();
  }

  @Test
  void daysOfIssueAndSettlementAreBounded() {
    LocalDate on = day("2026-03-02");
    for (int i = 0; i < 1000; i++) {
      send(anInvoice("I-" + i).issuedOn(on.plusDays(i)).fact());
      send(aPayment("P-" + i).paying("I-" + i, "100").on(on.plusDays(i)).fact());
    }

    assertThat(history.issued().days()).hasSize(IssueTally.DAYS_KEPT);
    assertThat(history.settled().days()).hasSize(SettleTally.DAYS_KEPT);
    assertThat(history.settled().latest()).hasSize(SettleTally.LATEST);
    assertThat(history.issued().lately(on.plusDays(999))).isEqualTo(IssueTally.WINDOW_DAYS);
    assertThat(history.settled().invoices()).isEqualTo(1000);
  }

  @Test
  void aDayWhoseLastSettlementWasTakenBackIsForgottenWithItsWorst() {
    send(anInvoice("I-1").dueOn("2026-03-02").fact(), anInvoice("I-2").fact());
    send(aPayment("P-1").paying("I-1", "100").on("2026-03-19").fact());
    send(aPayment("P-1").status(PaymentStatus.RETURNED).on("2026-03-20").fact());
    send(aPayment("P-2").paying("I-2", "100").on("2026-03-19").recordedOn("2026-03-21").fact());

    assertThat(history.settled().worstLately(day("2026-03-22"))).isEqualTo(-13);
  }

  @Test
  void theDeviationOfManyEqualDelaysIsExactlyZero() {
    SettleTally tally = SettleTally.NONE;
    Settlement settlement = new Settlement(day("2026-03-19"), 36_517, SettledBy.CASH, null);
    for (int i = 0; i < 100_003; i++) {
      tally = tally.plus(settlement, day("2026-03-02"), LabelPolicy.DEFAULT);
    }

    assertThat(tally.deviationOfDaysPastDue()).isZero();
  }

  @Test
  void aBuyerWithAHundredThousandOpenInvoicesStaysBoundedAndExact() {
    OpenBook book = OpenBook.EMPTY;
    Random random = new Random(17);
    List<Standing> open = new ArrayList<>();
    long cents = 0;
    for (int i = 0; i < 100_000; i++) {
      int amount = 1 + random.nextInt(99_999);
      Standing standing = standing(day("2020-01-01").plusDays(random.nextInt(3000)), amount);
      book = book.moved(null, standing);
      open.add(standing);
      cents += amount;
    }
    assertThat(book.items()).hasSizeLessThanOrEqualTo(OpenBook.LIMIT);
    assertThat(book.invoices()).isEqualTo(100_000);
    assertThat(book.amount("EUR")).isEqualTo(cents / 100.0);

    Collections.shuffle(open, random);
    for (int i = 0; i < 99_990; i++) {
      Standing was = open.get(i);
      book = book.moved(was, closed(was));
      cents -= Objects.requireNonNull(was.balance()).amount().movePointRight(2).intValue();
    }
    assertThat(book.invoices()).isEqualTo(10);
    assertThat(book.amount("EUR")).isEqualTo(cents / 100.0);
    for (int i = 99_990; i < 100_000; i++) {
      book = book.moved(open.get(i), closed(open.get(i)));
    }
    assertThat(book).isEqualTo(OpenBook.EMPTY);
  }

  @Test
  void totalsStayExactWhenPlacesAreMergedAndUsedAgain() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      OpenBook book = OpenBook.EMPTY;
      List<Standing> open = new ArrayList<>();
      BigDecimal sum = BigDecimal.ZERO;
      for (int i = 0; i < 8000; i++) {
        boolean fills = (i / 2000) % 2 == 0;
        if (open.isEmpty() || random.nextInt(10) < (fills ? 9 : 1)) {
          Standing it =
              standing(day("2020-01-01").plusDays(random.nextInt(3000)), random.nextInt(9999));
          book = book.moved(null, it);
          open.add(it);
          sum = sum.add(amountOf(it));
        } else {
          Standing it = open.remove(random.nextInt(open.size()));
          book = book.moved(it, closed(it));
          sum = sum.subtract(amountOf(it));
        }
        if (i % 100 == 0) {
          assertThat(book.invoices()).as("seed %d, step %d", seed, i).isEqualTo(open.size());
          assertThat(book.amount("EUR"))
              .as("seed %d, step %d", seed, i)
              .isEqualTo(sum.doubleValue());
        }
      }
      assertThat(book.items()).hasSizeLessThanOrEqualTo(OpenBook.LIMIT);
    }
  }

  private static BigDecimal amountOf(Standing standing) {
    return Objects.requireNonNull(standing.balance()).amount();
  }

  private static Standing standing(LocalDate dueOn, int cents) {
    Money amount = new Money(BigDecimal.valueOf(cents, 2), Money.currencyOf("EUR"));
    return new Standing(
        ReceivableStatus.OPEN,
        amount,
        amount,
        null,
        null,
        dueOn,
        dueOn,
        dueOn,
        null,
        false,
        false,
        null);
  }

  private static Standing closed(Standing was) {
    return new Standing(
        ReceivableStatus.SETTLED,
        was.payable(),
        null,
        null,
        null,
        was.issuedOn(),
        was.dueOn(),
        was.originalDueOn(),
        was.dueOn(),
        false,
        false,
        null);
  }

  private void send(Fact... facts) {
    for (Fact fact : facts) {
      assertThat(fact.customer()).isEqualTo(ACME);
      for (AccountEntry entry : ledger.after(fact).entries()) {
        history = history.after(entry, LabelPolicy.DEFAULT);
        if (entry instanceof ReceivableChanged it && it.change() instanceof Change.Opened) {
          assertThat(it.before()).isNull();
        }
      }
    }
  }
}
