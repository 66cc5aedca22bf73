package io.duecast.book.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.book.Book;
import io.duecast.book.ImportListener;
import io.duecast.book.ReadSettings;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingDraftTest {
  private static final int ROWS = 90;
  private final Path directory;

  MappingDraftTest(@TempDir Path directory) {
    this.directory = directory;
  }

  /** Invoices 1 to 90: due after 14 days, each third one paid 7 days late, each tenth one open. */
  private Path book(
      String header, String delimiter, String datePattern, boolean comma, Charset charset)
      throws IOException {
    DateTimeFormatter dates = DateTimeFormatter.ofPattern(datePattern, Locale.ROOT);
    List<String> lines = new ArrayList<>(List.of(header));
    for (int i = 1; i <= ROWS; i++) {
      LocalDate issued = LocalDate.of(2025, 1, 3).plusDays(i * 2L);
      LocalDate due = issued.plusDays(14);
      LocalDate paid = due.plusDays(i % 3 == 0 ? 7 : 0);
      String amount = (1000 + i * 37) + "." + (10 + i % 90);
      lines.add(
          String.join(
              delimiter,
              "%08d".formatted(i),
              "K" + (i % 7),
              dates.format(issued),
              dates.format(due),
              i % 10 == 0 ? "" : dates.format(paid),
              comma ? amount.replace('.', ',') : amount,
              i % 10 == 0 ? "" : i % 3 == 0 ? "7" : "0",
              i % 2 == 0 ? "Süd" : "Nord"));
    }
    return Files.write(directory.resolve("book.csv"), String.join("\n", lines).getBytes(charset));
  }

  private static Sources sources(Path invoices) {
    return new Sources(Map.of(SectionKind.INVOICES, invoices));
  }

  private QualityReport.OfFile imported(String yaml, Path file) {
    Mapping mapping = Mapping.parse("draft.yaml", yaml);
    ReadSettings settings = ReadSettings.ingestedAt(Instant.parse("2026-01-01T00:00:00Z"));
    try (Book book = Book.read(mapping, Sources.of(mapping, file), settings, ImportListener.NONE)) {
      assertThat(book.facts()).isEqualTo(ROWS + ROWS - ROWS / 10);
      return book.quality().of(SectionKind.INVOICES);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Invoice No,Customer ID,Invoice Date,Due Date,Paid Date,Amount,Days Late,Region|,|M/d/yyyy
          Rechnungsnr;Kundennummer;Rechnungsdatum;Fälligkeit;Bezahlt am;Betrag;Verzugstage;Lager|;|dd.MM.yyyy
          Nº Fatura;Cliente;Data Emissão;Data Vencimento;Data Pagamento;Valor Total;Dias Atraso;Filial|;|dd/MM/yyyy
          Numero Factura;Codigo Cliente;Fecha Factura;Vencimiento;Fecha Pago;Importe;Estado;Zona|;|yyyy-MM-dd
          Numéro Facture;Code Client;Date Facture;Date Échéance;Date Règlement;Montant TTC;Retard;Zone|;|yyyyMMdd
          Num Fattura;Codice Cliente;Data Fattura;Data Scadenza;Data Saldo;Importo;Ritardo;Area|;|yyyy/MM/dd
          doc_id,cust_number,document_create_date,due_in_date,clear_date,total_open_amount,isOpen,area|,|yyyy-MM-dd
          """)
  void aDraftOfEachLanguageIsReadAsItIs(String header, String delimiter, String dates)
      throws IOException {
    boolean comma = delimiter.equals(";");
    Path file = book(header, delimiter, dates, comma, StandardCharsets.UTF_8);
    String yaml = MappingDraft.infer("draft", sources(file)).yaml();
    List<String> columns = List.of(header.split(delimiter));
    assertThat(yaml)
        .contains("id: {column: \"" + columns.get(0) + "\"}")
        .contains("customer: {column: \"" + columns.get(1) + "\"}")
        .contains("issuedOn: {column: \"" + columns.get(2) + "\"")
        .contains("dueOn: {column: \"" + columns.get(3) + "\"")
        .contains("settledOn: {column: \"" + columns.get(4) + "\"")
        .contains("amount: {column: \"" + columns.get(5) + "\"")
        .contains("# not used: \"" + columns.get(6) + "\"")
        .contains("{column: \"" + columns.get(7) + "\", type: category}");
    QualityReport.OfFile quality = imported(yaml, file);
    assertThat(quality.kept()).isEqualTo(ROWS);
    assertThat(quality.rules()).isEmpty();
  }

  @Test
  void columnsWithoutTellingNamesAreFoundByWhatIsInThem() throws IOException {
    Path file = book("a;b;c;d;e;f;g;h", ";", "dd.MM.yyyy", true, StandardCharsets.UTF_8);
    String yaml = MappingDraft.infer("draft", sources(file)).yaml();
    assertThat(yaml)
        .contains("issuedOn: {column: \"c\", format: [\"d.M.yyyy\"]}")
        .contains("dueOn: {column: \"d\"")
        .contains("settledOn: {column: \"e\"")
        .contains("amount: {column: \"f\", format: {decimal: \",\"")
        .contains("# not used: \"g\": it counts the days to the settlement");
  }

  @Test
  void anOldCharsetIsRecognised() throws IOException {
    Charset windows = Charset.forName("windows-1252");
    Path file =
        book(
            "Rechnungsnr;Kunde;Rechnungsdatum;Fälligkeit;Bezahlt am;Betrag;Mahnstufe;Lager",
            ";",
            "dd.MM.yyyy",
            true,
            windows);
    String yaml = MappingDraft.infer("draft", sources(file)).yaml();
    assertThat(yaml).contains("charset: windows-1252").contains("\"Fälligkeit\"");
    assertThat(imported(yaml, file).rules()).isEmpty();
  }

  @Test
  void dayAndMonthThatNothingTellsApartAreFlagged() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("book.csv"),
            """
            invoice no,customer,invoice date,due date,amount
            1,A,01/02/2025,03/04/2025,10.50
            2,B,02/03/2025,04/05/2025,11.50
            3,B,05/06/2025,07/08/2025,13.50
            """);
    assertThat(MappingDraft.infer("draft", sources(file)).yaml())
        .contains("check: every value reads as d/M/yyyy and as M/d/yyyy");
  }

  @Test
  void oneColumnThatIsCertainDecidesForTheOthers() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("book.csv"),
            """
            invoice no,customer,invoice date,due date,amount
            1,A,01/02/2025,03/14/2025,10.50
            2,B,02/03/2025,04/25/2025,11.50
            3,B,05/06/2025,07/28/2025,13.50
            """);
    assertThat(MappingDraft.infer("draft", sources(file)).yaml())
        .contains("issuedOn: {column: \"invoice date\", format: [\"M/d/yyyy\"]}")
        .doesNotContain("every value reads");
  }

  @Test
  void whatSaysWhetherAnInvoiceIsOpenIsNoAttribute() throws IOException {
    StringBuilder text = new StringBuilder("no,customer,issued on,due date,paid on,amount,x,y\n");
    for (int i = 1; i <= 40; i++) {
      boolean open = i % 4 == 0;
      String day = "2025-02-%02d".formatted(1 + i % 28);
      text.append(
          "%d,K%d,%s,2025-03-17,%s,%d.50,%s,%s\n"
              .formatted(i, i % 5, day, open ? "" : "2025-03-20", i, open ? 1 : 0, i % 3));
    }
    Path file = Files.writeString(directory.resolve("book.csv"), text);
    assertThat(MappingDraft.infer("draft", sources(file)).yaml())
        .contains("# not used: \"x\": its value says whether the invoice is open")
        .contains("y: {column: \"y\", type: category}");
  }

  @Test
  void aCustomersFileIsJoinedByTheColumnThatSharesTheMostCustomers() throws IOException {
    Path invoices =
        book(
            "Invoice No,Customer ID,Invoice Date,Due Date,Paid Date,Amount,Days Late,Region",
            ",",
            "yyyy-MM-dd",
            false,
            StandardCharsets.UTF_8);
    Path customers =
        Files.writeString(
            directory.resolve("customers.csv"),
            "customer_name,ref,size\nSmith,K1,big\nJones,K2,small\nDoe,K3,big\n");
    String yaml =
        MappingDraft.infer(
                "draft",
                new Sources(
                    Map.of(SectionKind.INVOICES, invoices, SectionKind.CUSTOMERS, customers)))
            .yaml();
    assertThat(yaml)
        .contains("customers:\n  file: \"customers.csv\"")
        .contains("customer: {column: \"ref\"}")
        .contains("size: {column: \"size\", type: category}");
    Mapping.parse("draft.yaml", yaml);
  }

  @Test
  void whatCannotBeFoundIsSaidInAComment() throws IOException {
    Path file = Files.writeString(directory.resolve("book.csv"), "p,q\nx,y\nz,w\n");
    assertThat(MappingDraft.infer("draft", sources(file)).yaml())
        .contains("# check: no column looks like it; add: id: {column: NAME}")
        .contains("# check: no column looks like it; add: issuedOn: {column: NAME}")
        .contains("# check: no column looks like it; add: amount: {column: NAME}");
  }
}
