package io.duecast.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.attribute.AttributeValue;
import io.duecast.book.csv.FileUnreadableException;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.MappingException;
import io.duecast.book.mapping.SectionKind;
import io.duecast.book.quality.QualityReport;
import io.duecast.book.quality.Rule;
import io.duecast.customer.PartyType;
import io.duecast.event.Envelope;
import io.duecast.money.Money;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentSettled;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookTest {
  private static final String COMBINED =
      """
      version: 1
      book: {name: acme, currency: EUR}
      invoices:
        file: invoices.csv
        combined: true
        id: {column: nr}
        customer: {column: cust}
        issuedOn: {column: issued}
        dueOn: {column: due}
        settledOn: {column: paid}
        amount: {column: amount}
      """;
  private static final String HEADER = "nr,cust,issued,due,paid,amount\n";

  private final Folder folder;

  BookTest(@TempDir Path directory) {
    this.folder = new Folder(directory);
  }

  private QualityReport.OfFile invoices(Folder.BookRead read) {
    return read.quality().of(SectionKind.INVOICES);
  }

  @Test
  void factsComeInTheOrderInWhichTheyBecameKnownAndEachDayIsOpenedFirst() {
    folder.write(
        "invoices.csv",
        HEADER
            + """
            0002,C1,2025-03-03,2025-03-17,,20.00
            0001,C1,2025-03-01,2025-03-11,2025-03-03,10.00
            """);
    assertThat(folder.read(COMBINED).timeline())
        .containsExactly(
            "2025-03-01T00:00:00Z day 2025-03-01",
            "2025-03-01T08:00:00Z invoice-issued/C1/0001",
            "2025-03-02T00:00:00Z day 2025-03-02",
            "2025-03-03T00:00:00Z day 2025-03-03",
            "2025-03-03T08:00:00Z invoice-issued/C1/0002",
            "2025-03-03T20:00:00Z payment-settled/C1/0001/2025-03-03");
  }

  @Test
  void aFactCarriesItsClocksItsSourceAndItsRow() {
    folder.write("invoices.csv", HEADER + "0001,C1,2025-03-01,2025-03-11,,10.00\n");
    InvoiceIssued fact = folder.read(COMBINED).facts(InvoiceIssued.class).getFirst();
    assertThat(fact.payable()).isEqualTo(Money.of("10", "EUR"));
    assertThat(fact.envelope())
        .isEqualTo(
            new Envelope(
                fact.envelope().eventId(),
                Instant.parse("2025-03-01T08:00:00Z"),
                Instant.parse("2025-03-01T08:00:00Z"),
                Folder.INGESTED,
                "acme",
                1L,
                true));
  }

  @Test
  void daysBeginInTheCompanysZoneAndGoOnToTheDayOfTheExtract() {
    folder.write("invoices.csv", HEADER + "1,C1,2018-11-03,2018-11-11,,10.00\n");
    String yaml = COMBINED.replace("EUR}", "BRL, zone: America/Sao_Paulo, asOf: 2018-11-05}");
    assertThat(folder.read(yaml).timeline())
        .containsExactly(
            "2018-11-03T03:00:00Z day 2018-11-03",
            "2018-11-03T11:00:00Z invoice-issued/C1/1",
            "2018-11-04T03:00:00Z day 2018-11-04",
            "2018-11-05T02:00:00Z day 2018-11-05");
  }

  @Test
  void aPaymentIsNotRecordedBeforeItsInvoice() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-05,2025-03-11,2025-03-01,10.00\n");
    Folder.BookRead read = folder.read(COMBINED);
    PaymentSettled settled = read.facts(PaymentSettled.class).getFirst();
    assertThat(settled.settledOn()).isEqualTo(LocalDate.of(2025, 3, 1));
    assertThat(settled.envelope().occurredAt()).isEqualTo(Instant.parse("2025-03-01T20:00:00Z"));
    assertThat(settled.envelope().recordedAt()).isEqualTo(Instant.parse("2025-03-05T20:00:00Z"));
    assertThat(invoices(read).count(Rule.PAID_BEFORE_ISSUE)).isEqualTo(1);
  }

  @Test
  void aRecordedAtColumnIsBelieved() {
    folder.write(
        "invoices.csv",
        """
        nr,cust,issued,due,paid,amount,keyed
        1,C1,2025-03-01,2025-03-11,,10.00,2025-03-04 17:30
        2,C1,2025-03-01,2025-03-11,,10.00,2025-03-05
        """);
    String yaml =
        COMBINED + "  recordedAt: {column: keyed, format: [yyyy-MM-dd HH:mm, yyyy-MM-dd]}\n";
    assertThat(folder.read(yaml).timeline())
        .contains(
            "2025-03-04T17:30:00Z invoice-issued/C1/1", "2025-03-05T08:00:00Z invoice-issued/C1/2")
        .first()
        .isEqualTo("2025-03-04T00:00:00Z day 2025-03-04");
  }

  @Test
  void eachDirtyRowCountsUnderItsRuleWithItsPlace() {
    folder.write(
        "invoices.csv",
        HEADER
            + """
            1,,2025-03-01,2025-03-11,,10.00
            ,C1,2025-03-01,2025-03-11,,10.00
            3,C1,,2025-03-11,,10.00
            4,C1,2025-03-01,2025-02-30,,10.00
            5,C1,2025-03-01,2025-03-11,,
            6,C1,2025-03-01,2025-03-11,,ten
            7,C1,2025-03-01,2025-03-11,,0.00
            8,C1,2025-03-01,2025-03-11,,-5.00
            9,C1,2025-03-01,2025-03-11
            10,C1,2025-03-01,2025-03-11,,1,000.00
            11,C1,2025-03-01,2225-03-11,,10.00
            12,C1,2026-03-02,2026-03-11,,10.00
            13,C1,2025-03-01,,,10.00
            14,C1,2025-03-01,2025-03-11,someday,10.00
            15,C1,2025-03-01,2025-03-11,,10.00001
            16,C1,2025-03-02,2025-02-20,,10.00
            17,C1,2025-03-03,2029-03-02,2027-01-01,10.00
            """);
    QualityReport.OfFile found = invoices(folder.read(COMBINED));
    assertThat(found.rows()).isEqualTo(17);
    assertThat(found.kept()).isEqualTo(2);
    assertThat(found.rules())
        .extracting(
            of -> of.severity() + " " + of.rule() + " " + of.count(),
            of -> of.examples().getFirst())
        .extracting(tuple -> tuple.toList().getFirst())
        .containsExactlyInAnyOrder(
            "REJECTED CUSTOMER_ID_MISSING 1",
            "REJECTED INVOICE_ID_MISSING 1",
            "REJECTED DATE_MISSING 1",
            "REJECTED DATE_UNREADABLE 2",
            "REJECTED AMOUNT_MISSING 1",
            "REJECTED AMOUNT_UNREADABLE 1",
            "REJECTED AMOUNT_ZERO 1",
            "REJECTED AMOUNT_NEGATIVE 1",
            "REJECTED ROW_TOO_SHORT 1",
            "REJECTED ROW_TOO_LONG 1",
            "REJECTED IMPOSSIBLE_DATE 1",
            "REJECTED ISSUED_AFTER_AS_OF 1",
            "REJECTED NO_DUE_DATE 1",
            "REJECTED IMPOSSIBLE_AMOUNT 1",
            "NOTED DUE_BEFORE_ISSUE 1",
            "NOTED TERMS_EXTREME 1",
            "NOTED DUE_FAR_FUTURE 1",
            "NOTED PAID_AFTER_AS_OF 1");
    assertThat(found.rules().stream().filter(of -> of.rule() == Rule.DATE_UNREADABLE).findFirst())
        .get()
        .extracting(QualityReport.OfRule::examples)
        .isEqualTo(
            List.of(
                new QualityReport.Example(4, "due", "2025-02-30"),
                new QualityReport.Example(14, "paid", "someday")));
  }

  @Test
  void aSettlementAfterTheExtractLeavesTheInvoiceOpen() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-01,2025-03-11,2027-01-01,10.00\n");
    Folder.BookRead read = folder.read(COMBINED);
    assertThat(read.facts(InvoiceIssued.class)).hasSize(1);
    assertThat(read.facts(PaymentSettled.class)).isEmpty();
  }

  @Test
  void anOptionalAmountThatIsMissingIsUnknownAndNotZero() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-01,2025-03-11,,\n");
    Folder.BookRead read =
        folder.read(COMBINED.replace("column: amount}", "column: amount, optional: true}"));
    assertThat(read.facts(InvoiceIssued.class).getFirst().payable()).isNull();
    assertThat(invoices(read).count(Rule.AMOUNT_MISSING)).isEqualTo(1);
    assertThat(invoices(read).rejected()).isZero();
  }

  @Test
  void rowsThatAreEqualInEveryColumnAreOneUnlessTheMappingKeepsThem() {
    String row = "C1,2025-03-01,2025-03-11,,10.00\n";
    folder.write("invoices.csv", "cust,issued,due,paid,amount\n" + row + row + row);
    String derived = COMBINED.replace("{column: nr}", "{template: \"{cust}-{issued}-{amount}\"}");
    Folder.BookRead dropped = folder.read(derived);
    assertThat(dropped.facts(InvoiceIssued.class)).hasSize(1);
    assertThat(invoices(dropped).count(Rule.FULL_DUPLICATE)).isEqualTo(2);

    Folder.BookRead kept = folder.read(derived + "  duplicates: keep\n");
    assertThat(kept.facts(InvoiceIssued.class))
        .extracting(fact -> fact.invoice().value())
        .containsExactly("C1-2025-03-01-10.00", "C1-2025-03-01-10.00#2", "C1-2025-03-01-10.00#3");
  }

  @Test
  void siblingsAreNotedAndKeepTheirNumbersWhenOneOfThemIsPaid() {
    String derived = COMBINED.replace("{column: nr}", "{template: \"{cust}-{issued}\"}");
    String header = "cust,issued,due,paid,amount,memo\n";
    folder.write(
        "invoices.csv",
        header
            + """
            C1,2025-03-01,2025-03-11,2025-03-09,10.00,a
            C1,2025-03-01,2025-03-11,,10.00,b
            C1,2025-03-01,2025-03-11,,10.00,c
            """);
    Folder.BookRead first = folder.read(derived);
    assertThat(invoices(first).count(Rule.SIBLINGS)).isEqualTo(3);
    folder.write(
        "invoices.csv",
        header
            + """
            C1,2025-03-01,2025-03-11,2025-03-10,10.00,c
            C1,2025-03-01,2025-03-11,,10.00,b
            C1,2025-03-01,2025-03-11,2025-03-09,10.00,a
            """);
    Folder.BookRead later = folder.read(derived);
    assertThat(later.timeline()).containsAll(first.timeline());
    assertThat(later.facts(PaymentSettled.class))
        .extracting(fact -> fact.invoice() + " " + fact.settledOn())
        .containsExactly("C1-2025-03-01 2025-03-09", "C1-2025-03-01#2 2025-03-10");
  }

  @Test
  void anInvoiceNumberThatComesAgainWithAnotherContentIsRejected() {
    folder.write(
        "invoices.csv",
        HEADER
            + """
            1,C1,2025-03-01,2025-03-11,,10.00
            1,C1,2025-03-01,2025-03-11,,11.00
            1,C2,2025-03-01,2025-03-11,,11.00
            """);
    Folder.BookRead read = folder.read(COMBINED);
    assertThat(read.facts(InvoiceIssued.class)).hasSize(2);
    assertThat(invoices(read).count(Rule.INVOICE_ID_REPEATED)).isEqualTo(1);
  }

  @Test
  void idsStayTheTextsTheyAre() {
    folder.write(
        "invoices.csv", HEADER + "0000611365,9223372036854775808,2025-03-01,2025-03-11,,10.00\n");
    InvoiceIssued fact = folder.read(COMBINED).facts(InvoiceIssued.class).getFirst();
    assertThat(fact.invoice().value()).isEqualTo("0000611365");
    assertThat(fact.customer().value()).isEqualTo("9223372036854775808");
  }

  @Test
  void customersAreKnownFromTheFirstDayAndMonthsFromTheirOwn() {
    folder.write(
        "invoices.csv",
        HEADER
            + """
            1,C1,2025-03-10,2025-03-11,,10.00
            2,C1,2025-04-02,2025-04-11,,10.00
            3,C2,2025-04-02,2025-04-11,,10.00
            """);
    folder.write("customers.csv", "id;kind;mail\nC1;X;GMAIL\nC9;;\n");
    folder.write(
        "months.csv", "id;month;income\nC1;2025-04;1.234,5\nC1;2025-01;7\nC1;2025-02;many\n");
    String yaml =
        COMBINED
            + """
            customers:
              file: customers.csv
              format: {delimiter: ";"}
              customer: {column: id}
              partyType: {column: kind, map: {X: PERSON, "": COMPANY}}
              attributes:
                email_domain: {column: mail, type: category}
            customer-months:
              file: months.csv
              format: {delimiter: ";", numbers: {decimal: ",", thousands: "."}}
              customer: {column: id}
              knownFrom: {column: month, format: yyyy-MM}
              attributes:
                income: {column: income, type: numeric}
            """;
    Folder.BookRead read = folder.read(yaml);
    List<CustomerUpdated> updates = read.facts(CustomerUpdated.class);
    assertThat(updates)
        .extracting(
            fact ->
                fact.envelope().recordedAt() + " " + fact.customer() + " " + fact.effectiveFrom())
        .containsExactly(
            "2025-03-10T00:10:00Z C1 2025-03-10",
            "2025-03-10T00:10:00Z C9 2025-03-10",
            "2025-03-10T00:10:00Z C1 2025-01-01",
            "2025-03-10T00:10:00Z C1 2025-02-01",
            "2025-04-01T00:10:00Z C1 2025-04-01");
    assertThat(updates.getFirst().partyType()).isEqualTo(PartyType.PERSON);
    assertThat(updates.get(1).partyType()).isEqualTo(PartyType.COMPANY);
    assertThat(updates.getFirst().attributes().get("email_domain"))
        .isEqualTo(new AttributeValue.Category("GMAIL"));
    assertThat(updates.getLast().attributes().get("income"))
        .isEqualTo(new AttributeValue.Numeric(1234.5));
    assertThat(updates.get(3).attributes().values()).isEmpty();
    assertThat(read.quality().of(SectionKind.CUSTOMER_MONTHS).count(Rule.ATTRIBUTE_UNREADABLE))
        .isEqualTo(1);
    assertThat(invoices(read).count(Rule.CUSTOMER_UNKNOWN)).isEqualTo(1);
    assertThat(invoices(read).count(Rule.CUSTOMER_MONTH_MISSING)).isEqualTo(1);
  }

  @Test
  void masterDataThatChangedInALaterExtractIsAnotherEvent() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-10,2025-03-11,,10.00\n");
    String yaml =
        COMBINED
            + "customers: {file: customers.csv, customer: {column: id}, rating: {column: r}}\n";
    folder.write("customers.csv", "id,r\nC1,A\n");
    var first = folder.read(yaml).facts(CustomerUpdated.class).getFirst().envelope().eventId();
    var again = folder.read(yaml).facts(CustomerUpdated.class).getFirst().envelope().eventId();
    folder.write("customers.csv", "id,r\nC1,B\n");
    var changed = folder.read(yaml).facts(CustomerUpdated.class).getFirst().envelope().eventId();
    assertThat(again).isEqualTo(first);
    assertThat(changed).isNotEqualTo(first);
  }

  @Test
  void aCustomerThatComesTwiceWithDifferentContentsCountsOnce() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-10,2025-03-11,,10.00\n");
    folder.write("customers.csv", "id,r\nC1,B\nC1,A\nC1,A\n");
    Folder.BookRead read =
        folder.read(
            COMBINED
                + "customers: {file: customers.csv, customer: {column: id}, rating: {column:"
                + " r}}\n");
    assertThat(read.facts(CustomerUpdated.class))
        .singleElement()
        .matches(f -> "A".equals(f.rating()));
    QualityReport.OfFile customers = read.quality().of(SectionKind.CUSTOMERS);
    assertThat(customers.count(Rule.CUSTOMER_REPEATED)).isEqualTo(1);
    assertThat(customers.count(Rule.FULL_DUPLICATE)).isEqualTo(1);
  }

  @Test
  void charactersOfAnotherCharsetAreNoted() throws Exception {
    Path file = folder.directory().resolve("invoices.csv");
    Files.write(
        file,
        (HEADER + "1,Bäcker,2025-03-01,2025-03-11,,10.00\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(invoices(folder.read(COMBINED)).count(Rule.CHARACTER_UNREADABLE)).isEqualTo(1);
    assertThat(
            folder
                .read(COMBINED + "  format: {charset: ISO-8859-1}\n")
                .facts(InvoiceIssued.class)
                .getFirst()
                .customer()
                .value())
        .isEqualTo("Bäcker");
  }

  @Test
  void termsStandInForADueDate() {
    folder.write("invoices.csv", "nr,cust,issued,days,paid,amount\n1,C1,2025-03-01,10,,7\n");
    InvoiceIssued fact =
        folder
            .read(COMBINED.replace("dueOn: {column: due}", "termDays: {column: days}"))
            .facts(InvoiceIssued.class)
            .getFirst();
    assertThat(fact.dueDate()).isEqualTo(LocalDate.of(2025, 3, 11));
  }

  @Test
  void missingColumnsOfAllFilesAreSaidAtOnce() {
    folder.write("invoices.csv", "nr,cust,issued,due,paid,value\n");
    folder.write("customers.csv", "number\n");
    assertThatThrownBy(
            () ->
                folder.read(
                    COMBINED + "customers: {file: customers.csv, customer: {column: id}}\n"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no column 'amount' in invoices.csv")
        .hasMessageContaining("no column 'id' in customers.csv");
  }

  @Test
  void aFileThatIsNotBesideTheInvoicesIsSaid() {
    folder.write("invoices.csv", HEADER);
    assertThatThrownBy(
            () ->
                folder.read(
                    COMBINED + "customers: {file: customers.csv, customer: {column: id}}\n"))
        .isInstanceOf(FileUnreadableException.class)
        .hasMessageContaining("customers.csv: no such file");
    Mapping unnamed = Mapping.parse("t", COMBINED.replace("  file: invoices.csv\n", ""));
    assertThatThrownBy(() -> folder.read(COMBINED.replace("  file: invoices.csv\n", "")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no file is given");
    assertThat(Sources.of(unnamed, folder.directory().resolve("invoices.csv")).files())
        .containsOnlyKeys(SectionKind.INVOICES);
  }

  @Test
  void aBookWithoutRowsHasNoEvents() {
    folder.write("invoices.csv", HEADER);
    assertThat(folder.read(COMBINED).events()).isEmpty();
    assertThat(folder.read(COMBINED.replace("EUR}", "EUR, asOf: 2025-01-01}")).events()).isEmpty();
  }

  @Test
  void theListenerHearsOfEveryByteAndEveryEvent() {
    folder.write("invoices.csv", HEADER + "1,C1,2025-03-01,2025-03-11,2025-03-02,10.00\n");
    List<String> heard = new ArrayList<>();
    Mapping mapping = Mapping.parse("test.yaml", COMBINED);
    ImportListener listener =
        new ImportListener() {
          @Override
          public void read(long bytesRead, long bytesTotal, long rows) {
            heard.add("read " + (bytesRead == bytesTotal) + " " + rows);
          }

          @Override
          public void checked(long rows, long rowsTotal) {
            heard.add("checked " + rows + "/" + rowsTotal);
          }

          @Override
          public void emitted(long events, long eventsTotal) {
            heard.add("emitted " + events + "/" + eventsTotal);
          }
        };
    try (Book book =
        Book.read(
            mapping,
            Sources.in(folder.directory(), mapping),
            ReadSettings.ingestedAt(Folder.INGESTED),
            listener)) {
      book.forEachRemaining(event -> {});
    }
    assertThat(heard).containsExactly("read true 1", "checked 1/1", "emitted 4/4");
  }
}
