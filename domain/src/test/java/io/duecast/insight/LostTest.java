package io.duecast.insight;

import static io.duecast.Examples.aPayment;
import static io.duecast.Examples.anAmendmentOf;
import static io.duecast.Examples.anInvoice;
import static io.duecast.Examples.day;
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
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LostTest {
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final PortfolioDesk desk =
      new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);

  @Test
  void whatIsGivenUpHadStoodInEachBucketForItsDays() {
    send(anInvoice().issuedOn("2026-03-02").dueOn("2026-04-01").fact());
    send(anAmendmentOf("I-1").on("2026-06-10").as(AmendmentType.WRITTEN_OFF));

    Lost lost = told("2026-06-11").lost();

    assertThat(lost.givenUp()).isEqualByComparingTo("100");
    assertThat(lost.recovered()).isEqualByComparingTo("0");
    assertThat(lost.amountDays())
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("3100"), // the ends of 2 March to 1 April
            new BigDecimal("3000"),
            new BigDecimal("3000"),
            new BigDecimal("900"), // those of 1 to 9 June
            BigDecimal.ZERO);
  }

  @Test
  void whatComesBackIsToldBesideIt() {
    send(anInvoice().issuedOn("2026-03-02").dueOn("2026-04-01").fact());
    send(anAmendmentOf("I-1").on("2026-06-10").as(AmendmentType.WRITTEN_OFF));
    told("2026-06-11");
    send(aPayment().paying("I-1", "30").on("2026-09-17").fact());

    Lost lost = told("2026-09-18").lost();

    assertThat(lost.givenUp()).isEqualByComparingTo("0");
    assertThat(lost.recovered()).isEqualByComparingTo("30");
    assertThat(lost.amountDays()).allMatch(it -> it.signum() == 0);
  }

  @Test
  void theDaysOfABucketAreThoseCountedOneByOne() {
    Random random = new Random(5);
    LocalDate dueOn = day("2026-04-01");
    for (int i = 0; i < 2_000; i++) {
      LocalDate from = dueOn.plusDays(random.nextInt(260) - 60);
      LocalDate until = from.plusDays(random.nextInt(200));
      for (AgingBucket bucket : AgingBucket.values()) {
        long counted =
            from.datesUntil(until)
                .filter(it -> AgingBucket.of(ChronoUnit.DAYS.between(dueOn, it)) == bucket)
                .count();
        assertThat(bucket.endsOfDays(dueOn, from, until))
            .as("%s from %s until %s", bucket, from, until)
            .isEqualTo(counted);
      }
    }
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
    return desk.after(new DayOpened(day(date), false), morningOf(day(date))).getFirst();
  }
}
