package io.duecast.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class ExcelSheetTest {
  private static final List<Column> COLUMNS =
      List.of(
          new Column("invoice", "", Kind.TEXT, ""),
          new Column("balance", "", Kind.MONEY, ""),
          new Column("dueOn", "", Kind.DAY, ""));

  @Test
  void whatIsWrittenIsNotKept() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Random random = new Random(17);
    try (Sheet sheet = new ExcelSheet("invoices", COLUMNS, bytes)) {
      for (int i = 0; i < 20_000; i++) {
        String number = Long.toHexString(random.nextLong());
        sheet.put(Map.of("invoice", number, "balance", "11.50", "dueOn", "2026-03-31"));
      }
      assertThat(bytes.size()).as("so far").isGreaterThan(200_000);
    }
    assertThat(rows(bytes.toByteArray())).isEqualTo(20_001);
  }

  @Test
  void textThatTheFormatCannotHoldLeavesItReadable() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Sheet sheet = new ExcelSheet("invoices", COLUMNS, bytes)) {
      sheet.put(Map.of("invoice", "a\u0001b\uFFFE<&>\"" + "x".repeat(40_000)));
    }
    byte[] xml = sheet(bytes.toByteArray()).getBytes(StandardCharsets.UTF_8);
    var parsed =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertThat(parsed.getElementsByTagName("t").item(3).getTextContent())
        .startsWith("a\uFFFDb\uFFFD<&>\"x")
        .endsWith("x…")
        .hasSize(32_767);
  }

  /** How many rows there are in a workbook. */
  static int rows(byte[] workbook) throws IOException {
    return sheet(workbook).split("<row ", -1).length - 1;
  }

  private static String sheet(byte[] workbook) throws IOException {
    Path file = Files.createTempFile("duecast-sheet-test-", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      try (InputStream in = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } finally {
      Files.delete(file);
    }
  }
}
