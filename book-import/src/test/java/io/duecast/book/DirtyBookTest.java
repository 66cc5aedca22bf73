package io.duecast.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import io.duecast.book.quality.Rejects;
import io.duecast.book.quality.Severity;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentSettled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The mapping in the examples, on books with the same columns and the same dirt. */
class DirtyBookTest {
  private static final int ROWS = 250;

  private static String mapping() {
    try {
      return Files.readString(Path.of("..", "examples", "datarisk.yaml"))
          .replace("  combined: true\n", "  file: payments.csv\n  combined: true\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Property(tries = 40)
  void everyRowIsEitherKeptOrRejectedUnderOneRule(@ForAll @LongRange(min = 1) long seed) {
    Folder folder = Folder.temporary();
    new DirtyBook(seed, ROWS).writeTo(folder, 0);
    Folder.BookRead read = folder.read(mapping());
    for (QualityReport.OfFile file : read.quality().files()) {
      long rejected =
          file.rules().stream()
              .filter(of -> of.severity() == Severity.REJECTED)
              .mapToLong(QualityReport.OfRule::count)
              .sum();
      assertThat(rejected).isEqualTo(file.rejected());
      assertThat(file.rules()).allSatisfy(of -> assertThat(of.examples()).hasSizeBetween(1, 5));
    }
    QualityReport.OfFile invoices = read.quality().of(SectionKind.INVOICES);
    assertThat(read.facts(InvoiceIssued.class)).hasSize((int) invoices.kept());
    assertThat(ids(read.facts())).hasSameSizeAs(read.facts());
    folder.delete();
  }

  @Property(tries = 25)
  void theOrderOfTheRowsChangesNothing(
      @ForAll @LongRange(min = 1) long seed, @ForAll @LongRange(min = 1) long shuffleSeed) {
    Folder folder = Folder.temporary();
    DirtyBook book = new DirtyBook(seed, ROWS);
    book.writeTo(folder, 0);
    Folder.BookRead asWritten = folder.read(mapping());
    book.writeTo(folder, shuffleSeed);
    Folder.BookRead shuffled = folder.read(mapping());
    assertThat(withoutRows(shuffled.facts())).isEqualTo(withoutRows(asWritten.facts()));
    assertThat(counts(shuffled.quality())).isEqualTo(counts(asWritten.quality()));
    folder.delete();
  }

  @Property(tries = 15)
  void littleMemoryChangesNothing(@ForAll @LongRange(min = 1) long seed) {
    Folder folder = Folder.temporary();
    new DirtyBook(seed, ROWS).writeTo(folder, 0);
    Folder.BookRead inMemory = folder.read(mapping());
    Folder.BookRead onDisk =
        folder.read(
            mapping(),
            settings -> settings.withMemoryBytes(20_000).withTemporary(folder.directory()));
    assertThat(onDisk.events()).isEqualTo(inMemory.events());
    assertThat(onDisk.quality()).isEqualTo(inMemory.quality());
    folder.delete();
  }

  @Property(tries = 25)
  void timeNeverGoesBackAndNoPaymentIsKnownBeforeItsInvoice(@ForAll @LongRange(min = 1) long seed) {
    Folder folder = Folder.temporary();
    new DirtyBook(seed, ROWS).writeTo(folder, 0);
    Folder.BookRead read = folder.read(mapping());
    Instant last = Instant.MIN;
    Set<String> issued = new HashSet<>();
    for (HistoricalEvent event : read.events()) {
      assertThat(event.recordedAt()).isAfterOrEqualTo(last);
      last = event.recordedAt();
      if (event instanceof HistoricalEvent.OfFact of && of.fact() instanceof InvoiceIssued fact) {
        issued.add(fact.invoice().value());
      }
      if (event instanceof HistoricalEvent.OfFact of && of.fact() instanceof PaymentSettled fact) {
        assertThat(issued).contains(fact.invoice().value());
      }
    }
    folder.delete();
  }

  @Test
  void theRejectsHoldExactlyTheRejectedRowsAndCanBeReadAgain() throws IOException {
    Folder folder = Folder.temporary();
    DirtyBook book = new DirtyBook(17, ROWS);
    book.writeTo(folder, 0);
    Path base = folder.directory().resolve("rejects.csv");
    Folder.BookRead read = folder.read(mapping(), settings -> settings.withRejects(base));
    List<String> rejects = Files.readAllLines(Rejects.fileOf(base, SectionKind.INVOICES));
    long rejected = read.quality().of(SectionKind.INVOICES).rejected();
    assertThat(rejected).isPositive();
    assertThat(rejects).hasSize((int) rejected + 1);
    assertThat(rejects.getFirst())
        .isEqualTo(
            DirtyBook.INVOICES_HEADER
                + ";rejected_row;rejected_rule;rejected_column;rejected_value");
    assertThat(rejects.stream().filter(row -> row.contains("AMOUNT_UNREADABLE")))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row).contains(";1.234,50;"));
    assertThat(Files.exists(Rejects.fileOf(base, SectionKind.CUSTOMERS))).isFalse();

    folder.write("payments.csv", String.join("\n", rejects).replace("1.234,50", "1234.50") + "\n");
    assertThat(folder.read(mapping()).quality().of(SectionKind.INVOICES).kept()).isPositive();
    folder.delete();
  }

  @Test
  void theReportIsATableAndJson() throws IOException {
    Folder folder = Folder.temporary();
    new DirtyBook(13, ROWS).writeTo(folder, 0);
    QualityReport quality = folder.read(mapping()).quality();
    QualityReport.OfFile invoices = quality.of(SectionKind.INVOICES);
    assertThat(quality.toTable())
        .contains(
            "invoices (payments.csv): %d rows = %d kept + %d rejected"
                .formatted(invoices.rows(), invoices.kept(), invoices.rejected()))
        .contains("rejected AMOUNT_UNREADABLE")
        .contains("VALOR_A_PAGAR='1.234,50'");
    JsonNode json = new ObjectMapper().readTree(quality.toJson());
    assertThat(json.path("files").size()).isEqualTo(3);
    assertThat(json.at("/files/2/rows").asLong()).isEqualTo(invoices.rows());
    assertThat(json.at("/files/2/rules/0/count").asLong())
        .isEqualTo(invoices.rules().getFirst().count());
    folder.delete();
  }

  private static Set<String> ids(List<Fact> facts) {
    Set<String> ids = new HashSet<>();
    facts.forEach(fact -> ids.add(fact.envelope().eventId().value()));
    return ids;
  }

  /** The facts as texts, sorted, without the rows they came from. */
  private static List<String> withoutRows(List<Fact> facts) {
    List<String> texts = new ArrayList<>();
    facts.forEach(fact -> texts.add(fact.toString().replaceAll("sourceRow=\\d+", "")));
    texts.sort(null);
    return texts;
  }

  private static List<String> counts(QualityReport quality) {
    return quality.files().stream()
        .flatMap(file -> file.rules().stream())
        .map(of -> of.rule() + " " + of.severity() + " " + of.count())
        .toList();
  }
}
