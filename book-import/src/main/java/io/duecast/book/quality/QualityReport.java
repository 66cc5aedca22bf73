package io.duecast.book.quality;

import io.duecast.book.mapping.SectionKind;
import java.util.List;

/**
 * What an import found: for each file its rows, and for each broken rule a count and examples.
 *
 * @param book the book's name
 */
public record QualityReport(String book, List<OfFile> files) {
  public QualityReport {
    files = List.copyOf(files);
  }

  /**
   * One file. Rows = kept + rejected; a rejected row counts under exactly one rule, a kept one
   * under each rule that it was noted for.
   */
  public record OfFile(SectionKind section, String file, long rows, long kept, List<OfRule> rules) {
    public OfFile {
      rules = List.copyOf(rules);
    }

    public long rejected() {
      return rows - kept;
    }

    /** How often a rule was broken, 0 if never. */
    public long count(Rule rule) {
      return rules.stream().filter(of -> of.rule() == rule).mapToLong(OfRule::count).sum();
    }
  }

  /**
   * One rule.
   *
   * @param examples the first five rows of the file that break it
   */
  public record OfRule(Rule rule, Severity severity, long count, List<Example> examples) {
    public OfRule {
      examples = List.copyOf(examples);
    }
  }

  /**
   * A row that breaks a rule.
   *
   * @param row 1 is the first after the header
   */
  public record Example(long row, String column, String value) {}

  /** The file of a section. */
  public OfFile of(SectionKind section) {
    return files.stream().filter(file -> file.section() == section).findFirst().orElseThrow();
  }

  /** For a terminal. */
  public String toTable() {
    return QualityTable.of(this);
  }

  /** For a program. */
  public String toJson() {
    return QualityJson.of(this);
  }
}
