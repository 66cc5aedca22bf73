package io.duecast.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.label.Labelling;
import io.duecast.label.Labelling.Cohort;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.book.BookFold;
import io.duecast.trainer.data.TrainingRows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookRowsTest {
  private static final LabelPolicy POLICY = new LabelPolicy(0);

  @TempDir Path directory;

  @Test
  void rowsStandByIssueAndIdWhateverTheOrderInTheFile() throws Exception {
    BookFold book = SmallBook.of(11, 2_000).fold(directory, POLICY);
    LocalDate day = SmallBook.FIRST.plusDays(200);

    TrainingRows rows = new BookRows(book, new Labelling(POLICY, Cohort.KNOWN)).knownOn(day);

    List<String> expected =
        book.invoices().stream()
            .filter(it -> it.issuedOn().isBefore(day))
            .map(it -> it.issuedOn() + " " + it.id().value() + " " + it.customer().value())
            .sorted(Comparator.naturalOrder())
            .toList();
    assertThat(
            IntStream.range(0, rows.rows())
                .mapToObj(row -> rows.issuedOn(row) + " " + rows.customer(row).value()))
        .containsExactlyElementsOf(
            expected.stream().map(it -> it.replaceAll(" I\\d+", "")).toList());
    assertThat(book.invoices())
        .as("the book itself has another order")
        .extracting(it -> it.issuedOn() + " " + it.id().value() + " " + it.customer().value())
        .isNotEqualTo(
            book.invoices().stream()
                .map(it -> it.issuedOn() + " " + it.id().value() + " " + it.customer().value())
                .sorted()
                .toList());
  }
}
