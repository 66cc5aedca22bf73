package io.duecast.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.attribute.Attributes;
import io.duecast.check.RejectReason;
import io.duecast.check.RejectedException;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.DiscountTerm;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {
  private static final String DATE = "{'type':'int','logicalType':'date'}";

  record Day(LocalDate on) {}

  record Line(int number, @Nullable String text) {}

  record Page(List<Line> lines, Set<String> words) {}

  record Ledger(SortedMap<LocalDate, List<Line>> byDay, Map<String, Double> byName) {}

  sealed interface Shown {}

  record Hidden() implements Shown {}

  record Painted(String colour) implements Shown {}

  record Wall(Shown front, @Nullable Shown back) {}

  record Loop(@Nullable Loop next) {}

  record Even(int number) {
    Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException(number + " is odd");
      }
    }
  }

  record Pair(Even left, CustomerId customer) {}

  record Tagged(Attributes attributes) {}

  record Buffer(@Nullable Bytes bytes) {}

  @Test
  void listsSetsAndNullsComeBack() {
    RecordCodec<Page> codec =
        codec(
            Page.class,
            record(
                "Page",
                "{'name':'lines','type':{'type':'array','items':%s}}"
                    .formatted(
                        record(
                            "Line",
                            "{'name':'number','type':'int'}",
                            "{'name':'text','type':['null','string']}")),
                "{'name':'words','type':{'type':'array','items':'string'}}"));

    returns(codec, new Page(List.of(new Line(11, "a"), new Line(13, null)), Set.of("b", "c")));
    returns(codec, new Page(List.of(), Set.of()));
  }

  @Test
  void aMapByDayIsAListOfEntriesAndComesBackSorted() {
    RecordCodec<Ledger> codec =
        codec(
            Ledger.class,
            record(
                "Ledger",
                "{'name':'byDay','type':{'type':'array','items':%s}}"
                    .formatted(
                        record(
                            "LedgerDay",
                            "{'name':'key','type':%s}".formatted(DATE),
                            "{'name':'value','type':{'type':'array','items':%s}}"
                                .formatted(
                                    record(
                                        "Line",
                                        "{'name':'number','type':'int'}",
                                        "{'name':'text','type':['string','null']}")))),
                "{'name':'byName','type':{'type':'map','values':'double'}}"));
    SortedMap<LocalDate, List<Line>> byDay = new TreeMap<>();
    byDay.put(LocalDate.of(2026, 3, 17), List.of(new Line(17, null)));
    byDay.put(LocalDate.of(2026, 3, 2), List.of());

    Ledger back = returns(codec, new Ledger(byDay, Map.of("x", Double.NaN)));

    assertThat(back.byDay().firstKey()).isEqualTo(LocalDate.of(2026, 3, 2));
  }

  @Test
  void aSealedTypeIsAUnionInAnyOrderOfBranches() {
    String hidden = record("Hidden");
    String painted = record("Painted", "{'name':'colour','type':'string'}");
    RecordCodec<Wall> codec =
        codec(
            Wall.class,
            record(
                "Wall",
                "{'name':'front','type':[%s,%s]}".formatted(painted, hidden),
                "{'name':'back','type':['null','t.Hidden','t.Painted']}"));

    returns(codec, new Wall(new Painted("red"), new Hidden()));
    returns(codec, new Wall(new Hidden(), null));
  }

  @Test
  void anOrderOfFieldsUnlikeThatOfTheRecordIsNoMatter() {
    returns(
        codec(
            Line.class,
            record(
                "Line",
                "{'name':'text','type':['null','string']}",
                "{'name':'number','type':'int'}")),
        new Line(11, "x"));
  }

  @Test
  void bytesComeBack() {
    RecordCodec<Buffer> codec =
        codec(Buffer.class, record("Buffer", "{'name':'bytes','type':['null','bytes']}"));

    returns(codec, new Buffer(Bytes.wrap(new byte[] {1, -1, 0})));
    returns(codec, new Buffer(null));
  }

  @ParameterizedTest
  @CsvSource({
    "0.000000001, 0.000000001",
    "100, 100",
    "100.000000000, 100",
    "1E+1, 10",
    "12.50, 12.5",
    "9999999999.999999999, 9999999999.999999999"
  })
  void aDecimalHasOneForm(BigDecimal written, BigDecimal read) {
    RecordCodec<ExactlyOne> codec = codec(ExactlyOne.class, exactly(19, 9));

    assertThat(back(codec, new ExactlyOne(written)).number()).isEqualTo(read);
    assertThat(back(codec, new ExactlyOne(written.negate())).number()).isEqualTo(read.negate());
  }

  record ExactlyOne(BigDecimal number) {}

  @ParameterizedTest
  @ValueSource(strings = {"0.0000000001", "10000000000", "1E+30"})
  void aDecimalThatTheSchemaCannotHoldIsNotWritten(BigDecimal number) {
    RecordCodec<ExactlyOne> codec = codec(ExactlyOne.class, exactly(19, 9));

    assertThatThrownBy(() -> codec.write(new ExactlyOne(number)))
        .hasMessageContaining("ExactlyOne.number");
  }

  @Test
  void aDecimalOfMoreDigitsThanALongComesBack() {
    returns(
        codec(ExactlyOne.class, exactly(38, 9)),
        new ExactlyOne(new BigDecimal("12345678901234567890123456789.000000001")));
  }

  @Test
  void aNumberWithMoreDigitsThanTheSchemaHoldsIsRefused() {
    byte[] bytes = codec(ExactlyOne.class, exactly(20, 4)).write(new ExactlyOne(nines(16)));

    assertRejected(
        codec(ExactlyOne.class, exactly(19, 4)),
        bytes,
        RejectReason.IMPOSSIBLE_AMOUNT,
        "ExactlyOne.number");
  }

  @Test
  void whatARecordRefusesIsAContractViolationAtItsPath() {
    RecordCodec<Pair> codec = codec(Pair.class, pair());
    byte[] bytes = codec.write(new Pair(new Even(2), new CustomerId("c")));
    bytes[0] = 3 << 1;

    assertRejected(codec, bytes, RejectReason.CONTRACT_VIOLATION, "Pair.left: 3 is odd");
  }

  @Test
  void whatADomainValueRefusesKeepsItsReason() {
    RecordCodec<DiscountTerm> codec =
        codec(
            DiscountTerm.class,
            record(
                "DiscountTerm",
                "{'name':'percent','type':{'type':'bytes','logicalType':'decimal','precision':19,'scale':9}}",
                "{'name':'until','type':%s}".formatted(DATE)));
    byte[] bytes = codec.write(new DiscountTerm(BigDecimal.TEN, LocalDate.EPOCH));
    bytes[1] = (byte) 0x80; // negative now

    assertRejected(codec, bytes, RejectReason.IMPOSSIBLE_AMOUNT, "percent");
  }

  @Test
  void aWrapperMayBeAMap() {
    RecordCodec<Tagged> codec =
        codec(
            Tagged.class,
            record(
                "Tagged",
                "{'name':'attributes','type':{'type':'map','values':['string','double']}}"));

    returns(codec, new Tagged(Attributes.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'number','type':'int'} | Line.text: is not in the schema",
        "{'name':'number','type':'string'},{'name':'text','type':['null','string']} | Line.number:"
            + " is int",
        "{'name':'number','type':'int'},{'name':'text','type':'string'} | Line.text: may be null",
        "{'name':'number','type':['null','int']},{'name':'text','type':['null','string']} |"
            + " Line.number: is never null",
        "{'name':'extra','type':'int'},{'name':'number','type':'int'},{'name':'text','type':['null','string']}"
            + " | Line.extra: is not in the record",
        "{'name':'number','type':{'type':'int','logicalType':'date'}},{'name':'text','type':['null','string']}"
            + " | Line.number: is int"
      })
  void aSchemaThatDoesNotFitIsToldWhereAndWhy(String fields, String message) {
    Schema schema = schema(record("Line", fields));

    assertThatThrownBy(() -> RecordCodec.of(Line.class, schema, Trust.OURS))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining(message);
  }

  @Test
  void aUnionWithABranchTooManyOrTooFewDoesNotFit() {
    String painted = record("Painted", "{'name':'colour','type':'string'}");
    String hidden = record("Hidden");

    assertThatThrownBy(() -> codec(Shown.class, schema("[%s]".formatted(painted))))
        .hasMessageContaining("the union has no Hidden");
    assertThatThrownBy(() -> codec(Shown.class, schema("[%s,%s,'int']".formatted(painted, hidden))))
        .hasMessageContaining("int is no Shown");
  }

  @Test
  void aRecordThatHoldsItselfIsRefused() {
    Schema schema = schema(record("Loop", "{'name':'next','type':['null','t.Loop']}"));

    assertThatThrownBy(() -> RecordCodec.of(Loop.class, schema, Trust.OURS))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("Loop.next: Loop holds itself");
  }

  @Test
  void aWriterThatMeansSomethingElseByAFieldIsRefused() {
    RecordCodec<ExactlyOne> exact = codec(ExactlyOne.class, exactly(19, 4));
    RecordCodec<Day> day =
        codec(Day.class, record("Day", "{'name':'on','type':%s}".formatted(DATE)));

    assertThatThrownBy(() -> exact.readerOf(exactly(19, 2)))
        .isInstanceOf(SchemaMismatch.class)
        .hasMessageContaining("ExactlyOne.number was written as");
    assertThatThrownBy(
            () -> exact.readerOf(schema(record("ExactlyOne", "{'name':'number','type':'bytes'}"))))
        .isInstanceOf(SchemaMismatch.class);
    assertThatThrownBy(() -> day.readerOf(schema(record("Day", "{'name':'on','type':'int'}"))))
        .isInstanceOf(SchemaMismatch.class);
    assertThatThrownBy(
            () -> day.readerOf(schema(record("Day", "{'name':'on','type':['null','long']}"))))
        .isInstanceOf(SchemaMismatch.class);
  }

  @Test
  void aWritersTypeThatHoldsItselfIsRefused() {
    RecordCodec<Even> codec = codec(Even.class, record("Even", "{'name':'number','type':'int'}"));
    Schema endless =
        schema(
            record(
                "Even",
                "{'name':'more','type':['null','t.Even']}",
                "{'name':'number','type':'int'}"));

    assertThatThrownBy(() -> codec.readerOf(endless)).hasMessageContaining("holds itself");
  }

  @Test
  void aRequiredTextFromOutsideIsNotBlankAndOneOfOursMayBe() {
    Schema schema = schema(record("Painted", "{'name':'colour','type':'string'}"));
    byte[] blank = RecordCodec.of(Painted.class, schema, Trust.OURS).write(new Painted(" "));

    assertRejected(
        RecordCodec.of(Painted.class, schema, Trust.OUTSIDE),
        blank,
        RejectReason.CONTRACT_VIOLATION,
        "Painted.colour is blank");
    assertThat(RecordCodec.of(Painted.class, schema, Trust.OURS).readerOf(schema).read(blank, 0))
        .isEqualTo(new Painted(" "));
  }

  private static BigDecimal nines(int digits) {
    return new BigDecimal("9".repeat(digits));
  }

  private static Schema exactly(int precision, int scale) {
    return schema(
        record(
            "ExactlyOne",
            "{'name':'number','type':{'type':'bytes','logicalType':'decimal','precision':%d,'scale':%d}}"
                .formatted(precision, scale)));
  }

  private static String pair() {
    return record(
        "Pair",
        "{'name':'left','type':%s}".formatted(record("Even", "{'name':'number','type':'int'}")),
        "{'name':'customer','type':'string'}");
  }

  private static <T> RecordCodec<T> codec(Class<T> type, String schema) {
    return codec(type, schema(schema));
  }

  private static <T> RecordCodec<T> codec(Class<T> type, Schema schema) {
    return RecordCodec.of(type, schema, Trust.OURS);
  }

  private static Schema schema(String json) {
    return new Schema.Parser().parse(json.replace('\'', '"'));
  }

  private static String record(String name, String... fields) {
    return "{'type':'record','name':'%s','namespace':'t','fields':[%s]}"
        .formatted(name, String.join(",", fields));
  }

  private static <T> T back(RecordCodec<T> codec, T value) {
    return codec.readerOf(codec.schema()).read(codec.write(value), 0);
  }

  private static <T> T returns(RecordCodec<T> codec, T value) {
    T back = back(codec, value);
    assertThat(back).isEqualTo(value);
    return back;
  }

  private static void assertRejected(
      RecordCodec<?> codec, byte[] bytes, RejectReason reason, String detail) {
    assertThatThrownBy(() -> codec.readerOf(codec.schema()).read(bytes, 0))
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.rejection().reason()).isEqualTo(reason))
        .hasMessageContaining(detail);
  }
}
