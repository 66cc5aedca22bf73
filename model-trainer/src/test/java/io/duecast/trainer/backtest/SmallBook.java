package io.duecast.trainer.backtest;

import io.duecast.book.ImportListener;
import io.duecast.book.Sources;
import io.duecast.book.mapping.Mapping;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.book.BookFold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A book of forty customers, each with a habit, over sixteen months. */
record SmallBook(List<Line> lines) {
  static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final LocalDate END = LocalDate.of(2025, 5, 1);

  private static final String MAPPING =
      """
      version: 1
      book:
        name: small
        zone: UTC
        currency: EUR
        asOf: 2025-05-01
      format:
        dates: [yyyy-MM-dd]
      invoices:
        combined: true
        id: {column: id}
        customer: {column: customer}
        issuedOn: {column: issued}
        dueOn: {column: due}
        settledOn: {column: settled}
        amount: {column: amount}
        attributes:
          channel: {column: channel, type: category}
      """;

  /** An invoice; paid is null if it is open when the book ends. */
  record Line(int id, int customer, LocalDate issued, LocalDate due, LocalDate paid, int amount) {}

  static SmallBook of(long seed, int invoices) {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < invoices; i++) {
      int customer = random.nextInt(40);
      LocalDate issued = FIRST.plusDays(i * 480L / invoices);
      LocalDate due = issued.plusDays(30);
      boolean late = random.nextDouble() < customer / 50.0;
      int days = late ? (int) (1 - 25 * Math.log(random.nextDouble())) : -random.nextInt(20);
      lines.add(
          new Line(i + 1, customer, issued, due, due.plusDays(days), 100 + random.nextInt(900)));
    }
    return new SmallBook(lines);
  }

  /** Payments on and after a day go to one another's invoices; none comes before its issue. */
  SmallBook withShuffledPaymentsFrom(LocalDate day, long seed) {
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).paid().isBefore(day)) {
        moved.add(i);
      }
    }
    List<LocalDate> days = new ArrayList<>(moved.stream().map(i -> lines.get(i).paid()).toList());
    Collections.shuffle(days, new Random(seed));
    List<Line> changed = new ArrayList<>(lines);
    for (int i = 0; i < moved.size(); i++) {
      Line line = lines.get(moved.get(i));
      LocalDate paid = days.get(i).isBefore(line.issued()) ? line.paid() : days.get(i);
      changed.set(
          moved.get(i),
          new Line(line.id(), line.customer(), line.issued(), line.due(), paid, line.amount()));
    }
    return new SmallBook(changed);
  }

  /** Written to a directory, read and folded. */
  BookFold fold(Path directory, LabelPolicy policy) throws IOException {
    return BookFold.of(
        Mapping.read(mapping(directory)),
        Sources.of(Mapping.read(mapping(directory)), invoices(directory)),
        policy,
        Instant.parse("2026-01-01T00:00:00Z"),
        ImportListener.NONE);
  }

  static Path mapping(Path directory) throws IOException {
    return Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
  }

  Path invoices(Path directory) throws IOException {
    StringBuilder csv = new StringBuilder("id,customer,issued,due,settled,amount,channel\n");
    for (Line line : lines) {
      String settled = line.paid().isBefore(END) ? line.paid().toString() : "";
      csv.append(
          "I%d,C%02d,%s,%s,%s,%d,%s\n"
              .formatted(
                  line.id(),
                  line.customer(),
                  line.issued(),
                  line.due(),
                  settled,
                  line.amount(),
                  line.id() % 3 == 0 ? "post" : "mail"));
    }
    return Files.writeString(directory.resolve("invoices.csv"), csv.toString());
  }
}
