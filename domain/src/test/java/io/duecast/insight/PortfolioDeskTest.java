package io.duecast.insight;

import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
import static io.duecast.Examples.eur;
import static io.duecast.Examples.morningOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.calendar.DayOpened;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AmendmentType;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortfolioDeskTest {
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final PortfolioDesk desk =
      new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);

  @Test
  void anAmountThatIsCorrectedAfterItWasPaidIsNoPayment() {
    send(anInvoice().dueOn("2026-04-01").fact());
    send(aPayment().paying("I-1", "100").on("2026-04-01").fact());
    send(anAmendmentOf("I-1").on("2026-06-01").payable(eur("1000")));

    PortfolioDay told = told("2026-06-02");

    assertThat(told.receivables()).isEqualByComparingTo("900");
    assertThat(told.turnover().cash()).isEqualByComparingTo("100");
    assertThat(told.turnover().billed()).isEqualByComparingTo("1000");
    assertThat(told.conduct().received()).isEqualByComparingTo("100");
    assertThat(told.conduct().daysPastDue()).isEqualByComparingTo("0");
  }

  @Test
  void whatComesBackAfterAWriteOffIsTakenOffIt() {
    send(anInvoice().dueOn("2026-04-01").fact());
    send(anAmendmentOf("I-1").on("2026-09-01").as(AmendmentType.WRITTEN_OFF));
    send(aPayment().paying("I-1", "30").on("2026-09-17").fact());

    PortfolioDay told = told("2026-09-18");

    assertThat(told.receivables()).isEqualByComparingTo("0");
    assertThat(told.turnover().writtenOff()).isEqualByComparingTo("70");
    assertThat(told.turnover().cash()).isEqualByComparingTo("30");
  }

  private void send(Fact fact) {
    ledger
        .after(fact)
        .entries()
        .forEach(
            entry -> {
              if (entry instanceof ReceivableChanged line) {
                desk.after(line);
              }
            });
  }

  private PortfolioDay told(String date) {
    List<PortfolioDay> told = desk.after(new DayOpened(day(date), false), morningOf(day(date)));
    assertThat(told).hasSize(1);
    return told.getFirst();
  }
}
