package io.duecast.standalone.book;

import io.duecast.simulator.BookRow;
import io.duecast.simulator.EconomySettings;
import io.duecast.simulator.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A simulated book as a careless system would export it: two files, no invoice numbers, dirt. */
final class DirtyBook {
  private static final long SEED = 4711;

  final Path invoices;
  final Path mapping;
  final int rows;

  private DirtyBook(Path invoices, Path mapping, int rows) {
    this.invoices = invoices;
    this.mapping = mapping;
    this.rows = rows;
  }

  static DirtyBook in(Path directory) throws IOException {
    Random random = new Random(SEED);
    List<String> lines = new ArrayList<>();
    Map<String, String> customers = new LinkedHashMap<>();
    EconomySettings settings =
        EconomySettings.demo().withSeed(SEED).withCustomers(40).withDays(180);
    for (BookRow row : SampleBook.rows(settings).toList()) {
      String line = line(row, random.nextInt(50));
      lines.add(line);
      if (random.nextInt(200) == 0) {
        lines.add(line);
      }
      customers.put(row.customer(), row.customer() + ";" + row.segment() + ";" + row.sizeClass());
    }
    Collections.shuffle(lines, random);
    Path invoices = directory.resolve("invoices.csv");
    Files.writeString(
        invoices, "client;issued;due;paid;amount;kind\n" + String.join("\n", lines) + "\n");
    Files.writeString(
        directory.resolve("customers.csv"),
        "client;segment;size\n" + String.join("\n", customers.values()) + "\n");
    Path mapping = directory.resolve("mapping.yaml");
    Files.writeString(mapping, MAPPING);
    return new DirtyBook(invoices, mapping, lines.size());
  }

  /** What is wrong with a row is drawn; most are right. */
  private static String line(BookRow row, int dirt) {
    LocalDate due = row.dueOn() == null ? row.issuedOn().plusDays(row.termDays()) : row.dueOn();
    return String.join(
        ";",
        dirt == 0 ? "" : row.customer(),
        dirt == 1 ? "31.02.2025" : row.issuedOn().toString(),
        dirt == 2 ? row.issuedOn().minusDays(7).toString() : due.toString(),
        row.paidOn() == null ? "" : row.paidOn().toString(),
        dirt == 3 ? "" : row.amount().toPlainString(),
        row.kind() == null ? "" : row.kind());
  }

  private static final String MAPPING =
      """
      version: 1
      book:
        name: dirty
        zone: Europe/Berlin
        currency: EUR
      format:
        delimiter: ";"
        dates: [yyyy-MM-dd]
      invoices:
        combined: true
        id: {template: "{client}-{issued}-{due}-{amount}"}
        customer: {column: client}
        issuedOn: {column: issued}
        dueOn: {column: due}
        settledOn: {column: paid}
        amount: {column: amount, optional: true}
        attributes:
          kind: {column: kind, type: category}
      customers:
        file: customers.csv
        customer: {column: client}
        segment: {column: segment}
        sizeClass: {column: size}
      """;
}
