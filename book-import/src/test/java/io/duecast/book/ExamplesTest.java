package io.duecast.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.book.mapping.DeclaredAttribute;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.Section;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExamplesTest {
  @Test
  void noExampleUsesWhatIsKnownOnlyAfterIssue() {
    Mapping ibm = Mapping.read(Path.of("..", "examples", "ibm.yaml"));
    for (Section section : ibm.sections().values()) {
      List<String> columns =
          section.attributes().stream()
              .map(DeclaredAttribute::field)
              .flatMap(field -> field.source().columns().stream())
              .toList();
      assertThat(columns).doesNotContain("Disputed", "DaysToSettle", "DaysLate", "SettledDate");
    }
  }

  @Test
  void theExampleWithOneFileReadsItsFormat(@TempDir Path directory) {
    Folder folder = new Folder(directory);
    Path file =
        folder.write(
            "open.csv",
            """
            countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,\
            Disputed,SettledDate,PaperlessBill,DaysToSettle,DaysLate
            49,ACME-1,4/6/2013,0000000017,1/2/2013,2/13/2013,55.94,No,,Paper,13,0
            49,ACME-1,4/6/2013,0000000019,1/2/2013,2/13/2013,5.94,No,11/3/2013,Paper,1,0
            """
                .replace("\n", "\r\n"));
    Mapping mapping = Mapping.read(Path.of("..", "examples", "ibm.yaml"));
    try (Book book =
        Book.read(
            mapping,
            Sources.of(mapping, file),
            ReadSettings.ingestedAt(Folder.INGESTED),
            ImportListener.NONE)) {
      assertThat(book.facts()).isEqualTo(3);
    }
  }
}
