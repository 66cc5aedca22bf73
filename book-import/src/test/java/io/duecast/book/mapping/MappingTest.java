package io.duecast.book.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final String GOOD =
      """
      version: 1
      book: {name: acme, currency: EUR}
      invoices:
        combined: true
        id: {column: NR}
        customer: KUNDE
        issuedOn: {column: DATUM, format: dd.MM.yyyy}
        dueOn: {column: FAELLIG, format: [dd.MM.yyyy, yyyy-MM-dd]}
        settledOn: {column: BEZAHLT}
        amount: {column: BETRAG, format: {decimal: ",", thousands: "."}, optional: true}
        attributes:
          lager: {column: LAGER, type: category, map: {"1": Nord}}
      """;

  private static List<Mistake> mistakesOf(String yaml) {
    return catchThrowableOfType(MappingException.class, () -> Mapping.parse("test.yaml", yaml))
        .mistakes();
  }

  private static Section invoices(Mapping mapping) {
    return Objects.requireNonNull(mapping.section(SectionKind.INVOICES));
  }

  private static Field field(Mapping mapping, FieldName name) {
    return Objects.requireNonNull(invoices(mapping).field(name));
  }

  @Test
  void aSmallMappingIsReadWithItsDefaults() {
    Mapping mapping = Mapping.parse("test.yaml", GOOD);
    assertThat(mapping.book().name()).isEqualTo("acme");
    assertThat(mapping.book().zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(mapping.book().asOf()).isNull();
    Section invoices = invoices(mapping);
    assertThat(invoices.combined()).isTrue();
    assertThat(invoices.keepDuplicates()).isFalse();
    assertThat(field(mapping, FieldName.CUSTOMER).source()).isEqualTo(new Source.Column("KUNDE"));
    assertThat(field(mapping, FieldName.DUE_ON).dates())
        .containsExactly("dd.MM.yyyy", "yyyy-MM-dd");
    assertThat(field(mapping, FieldName.AMOUNT).numbers().decimal()).isEqualTo(',');
    assertThat(field(mapping, FieldName.AMOUNT).optional()).isTrue();
    assertThat(invoices.attributes().getFirst().field().translated()).containsEntry("1", "Nord");
  }

  @Test
  void theBooksSettingsAndFormatsAreRead() {
    Mapping mapping =
        Mapping.parse(
            "test.yaml",
            GOOD.replace("EUR}", "BRL, zone: America/Sao_Paulo, asOf: 2020-09-08}")
                .replace(
                    "invoices:",
                    "format: {delimiter: tab, charset: windows-1252, quote: none, missing: [n/a]}\n"
                        + "invoices:"));
    assertThat(mapping.book().zone()).isEqualTo(ZoneId.of("America/Sao_Paulo"));
    assertThat(mapping.book().asOf()).isEqualTo(LocalDate.of(2020, 9, 8));
    var format = invoices(mapping).format();
    assertThat(format.delimiter()).isEqualTo("\t");
    assertThat(format.charset().name()).isEqualTo("windows-1252");
    assertThat(format.quote()).isNull();
    assertThat(format.missing()).containsExactly("n/a");
  }

  @Test
  void allMistakesComeAtOnceEachWithItsLineAndWhatToDo() {
    String yaml =
        """
        version: 1
        book: {name: acme, zone: Mars/Base, currency: EURO}
        invoices:
          combind: true
          id: {colum: NR}
          customer: {column: KUNDE, optional: true}
          issuedOn: {column: DATUM, format: dd.bb.yyyy}
          amount: {column: BETRAG, constant: "5"}
          attributes:
            lager: {column: LAGER, type: text}
        """;
    assertThat(mistakesOf(yaml))
        .extracting(m -> m.line() + " " + m.path() + " | " + m.what() + " | " + m.advice())
        .anySatisfy(m -> assertThat(m).startsWith("2 book.zone | 'Mars/Base' is no time zone"))
        .anySatisfy(m -> assertThat(m).startsWith("2 book.currency | 'EURO' is no ISO 4217"))
        .anySatisfy(
            m ->
                assertThat(m)
                    .startsWith("4 invoices.combind | unknown key 'combind'")
                    .endsWith("did you mean 'combined'?"))
        .anySatisfy(
            m ->
                assertThat(m)
                    .startsWith("5 invoices.id.colum | unknown key 'colum'")
                    .endsWith("did you mean 'column'?"))
        .anySatisfy(m -> assertThat(m).startsWith("5 invoices.id | no source of the value"))
        .anySatisfy(m -> assertThat(m).startsWith("6 invoices.customer | customer cannot be"))
        .anySatisfy(m -> assertThat(m).startsWith("7 invoices.issuedOn.format | 'dd.bb.yyyy'"))
        .anySatisfy(m -> assertThat(m).startsWith("8 invoices.amount | more than one source"))
        .anySatisfy(m -> assertThat(m).contains("invoices | neither dueOn nor termDays"))
        .anySatisfy(m -> assertThat(m).startsWith("10 invoices.attributes.lager | 'text' is no"));
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() {
    assertThat(mistakesOf("version: 1\nbook: {name: [\n"))
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.what()).startsWith("no YAML");
              assertThat(m.line()).isGreaterThanOrEqualTo(2);
            });
    assertThat(mistakesOf("")).extracting(Mistake::what).containsExactly("it has no keys");
  }

  @Test
  void anotherVersionAndAMissingOneAreRefused() {
    assertThat(mistakesOf(GOOD.replace("version: 1", "version: 2")))
        .extracting(Mistake::what)
        .containsExactly("version 2 cannot be read");
    assertThat(mistakesOf(GOOD.replace("version: 1\n", "")))
        .extracting(Mistake::path)
        .containsExactly("version");
  }

  @Test
  void aKeyThatStandsTwiceIsAMistake() {
    assertThat(mistakesOf(GOOD + "  combined: false\n"))
        .extracting(Mistake::toString)
        .singleElement()
        .asString()
        .startsWith("line 13, invoices.combined: the key stands here a second time");
  }

  @Test
  void whatAFieldMayMeanIsChecked() {
    assertThat(
            mistakesOf(
                GOOD + "customers:\n  customer: K\n  partyType: {column: F, map: {X: HUMAN}}\n"))
        .extracting(Mistake::toString)
        .singleElement()
        .asString()
        .contains("'HUMAN' is no partyType")
        .contains("PERSON");
  }

  @Test
  void combinedAndSettledOnGoTogether() {
    assertThat(mistakesOf(GOOD.replace("  combined: true\n", "")))
        .extracting(Mistake::what)
        .containsExactly("settledOn without combined");
  }

  @Test
  void paymentsSayEitherSettledOnOrValueOn() {
    assertThat(mistakesOf(GOOD + "payments:\n  customer: K\n  invoice: NR\n"))
        .extracting(Mistake::what)
        .contains("neither settledOn nor valueOn");
  }

  @Test
  void customerMonthsMustSayFromWhenTheyAreKnown() {
    assertThat(mistakesOf(GOOD + "customer-months:\n  customer: K\n"))
        .extracting(Mistake::path)
        .containsExactly("customer-months.knownFrom");
  }

  @Test
  void aMissingColumnIsSaidWithTheHeaderThatWasFound() {
    Section invoices = invoices(Mapping.parse("test.yaml", GOOD));
    List<String> header = List.of("NR", "KUNDE", "DATUM", "FALLIG", "BEZAHLT", "BETRAG");
    assertThat(invoices.mistakesFor("open.csv", header))
        .extracting(Mistake::toString)
        .containsExactlyInAnyOrder(
            "line 8, invoices.dueOn: no column 'FAELLIG' in open.csv; did you mean 'FALLIG'?"
                + " its header is: NR | KUNDE | DATUM | FALLIG | BEZAHLT | BETRAG",
            "line 12, invoices.attributes.lager: no column 'LAGER' in open.csv;"
                + " its header is: NR | KUNDE | DATUM | FALLIG | BEZAHLT | BETRAG");
  }

  @Test
  void aColumnThatStandsTwiceInTheHeaderIsAMistakeIfItIsUsed() {
    Section invoices = invoices(Mapping.parse("test.yaml", GOOD));
    List<String> used = List.of("NR", "KUNDE", "DATUM", "FAELLIG", "BEZAHLT", "BETRAG", "LAGER");
    List<String> twice = new ArrayList<>(used);
    twice.addAll(List.of("X", "X", "NR"));
    assertThat(invoices.mistakesFor("open.csv", twice))
        .extracting(Mistake::what)
        .containsExactly("the header of open.csv has the column 'NR' twice");
  }

  @Test
  void aMappingThatIsNotThereIsSaid() {
    assertThatThrownBy(() -> Mapping.read(Path.of("no-such-mapping.yaml")))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void nearWordsAreFoundWhateverTheirCase() {
    assertThat(Nearest.to("due_on", List.of("dueOn", "issuedOn"))).contains("dueOn");
    assertThat(Nearest.to("amuont", List.of("dueOn", "amount"))).contains("amount");
    assertThat(Nearest.to("zzz", List.of("dueOn", "amount"))).isEmpty();
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }
}
