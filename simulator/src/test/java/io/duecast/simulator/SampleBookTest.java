package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleBookTest {
  @Test
  void itHoldsEveryInvoiceOnceAsItStandsOnTheLastDay() {
    EconomySettings settings = Examples.small();
    List<BookRow> rows = SampleBook.rows(settings).toList();
    List<String> issued =
        Examples.factsAsRecorded(settings).stream()
            .filter(InvoiceIssued.class::isInstance)
            .map(Fact.class::cast)
            .map(fact -> ((InvoiceIssued) fact).invoice().value())
            .toList();

    assertThat(rows).extracting(BookRow::invoice).containsExactlyInAnyOrderElementsOf(issued);
    assertThat(rows).extracting(BookRow::issuedOn).isSorted();
    assertThat(rows)
        .allMatch(row -> row.paidOn() == null || !row.paidOn().isAfter(settings.lastDay()))
        .allMatch(row -> row.amount().signum() > 0);
    assertThat(rows).extracting(BookRow::status).contains("open", "paid", "cancelled");
    assertThat(SampleBook.rows(settings)).isEqualTo(rows);
  }
}
