package io.duecast.book;

import io.duecast.book.csv.CsvRow;
import io.duecast.book.mapping.Field;
import io.duecast.book.mapping.FieldName;
import io.duecast.book.mapping.Section;
import io.duecast.book.quality.Breach;
import io.duecast.book.quality.FileFindings;
import io.duecast.book.quality.QualityReport;
import io.duecast.book.quality.Rejects;
import io.duecast.book.quality.Rule;
import io.duecast.book.quality.Severity;
import io.duecast.book.row.BookRow;

/** What becomes of the rows of one file: each is either kept or rejected, once. */
final class FileLog implements AutoCloseable {
  private final Section section;
  private final FileFindings findings;
  private final Rejects rejects;

  FileLog(Section section, String file, Rejects rejects) {
    this.section = section;
    this.findings = new FileFindings(section.kind(), file);
    this.rejects = rejects;
  }

  Section section() {
    return section;
  }

  void row() {
    findings.row();
  }

  void reject(CsvRow row, Breach breach) {
    findings.add(Severity.REJECTED, row.number(), breach);
    rejects.add(row, breach);
  }

  void reject(BookRow row, Rule rule, FieldName name, String value) {
    reject(row.csv(), new Breach(rule, columnNames(name), value));
  }

  /** Keeps a row, with what was noted when it was read. */
  void keep(BookRow row) {
    findings.kept();
    row.notes().forEach(note -> findings.add(Severity.NOTED, row.csv().number(), note));
  }

  void note(long row, Rule rule, FieldName name, String value) {
    findings.add(Severity.NOTED, row, new Breach(rule, columnNames(name), value));
  }

  QualityReport.OfFile report() {
    return findings.report();
  }

  private String columnNames(FieldName name) {
    Field field = section.field(name);
    return field == null || field.source().columns().isEmpty()
        ? name.key()
        : String.join("+", field.source().columns());
  }

  @Override
  public void close() {
    rejects.close();
  }
}
