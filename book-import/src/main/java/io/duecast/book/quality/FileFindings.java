package io.duecast.book.quality;

import io.duecast.book.mapping.SectionKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is being found in one file; of each rule the first five rows are remembered. */
public final class FileFindings {
  private static final int EXAMPLES = 5;

  private final SectionKind section;
  private final String file;
  private final Map<Key, Count> counts = new TreeMap<>();
  private long rows;
  private long kept;

  public FileFindings(SectionKind section, String file) {
    this.section = section;
    this.file = file;
  }

  public void row() {
    rows++;
  }

  public void kept() {
    kept++;
  }

  /** Counts a broken rule. */
  public void add(Severity severity, long row, Breach breach) {
    counts.computeIfAbsent(new Key(severity, breach.rule()), key -> new Count()).add(row, breach);
  }

  /** What was found so far. */
  public QualityReport.OfFile report() {
    List<QualityReport.OfRule> rules = new ArrayList<>();
    counts.forEach(
        (key, count) ->
            rules.add(
                new QualityReport.OfRule(key.rule, key.severity, count.number, count.examples)));
    return new QualityReport.OfFile(section, file, rows, kept, rules);
  }

  private record Key(Severity severity, Rule rule) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySeverity = severity.compareTo(other.severity);
      return bySeverity != 0 ? bySeverity : rule.compareTo(other.rule);
    }
  }

  private static final class Count {
    private final List<QualityReport.Example> examples = new ArrayList<>();
    private long number;

    void add(long row, Breach breach) {
      number++;
      if (examples.size() < EXAMPLES || row < examples.getLast().row()) {
        examples.add(new QualityReport.Example(row, breach.column(), breach.value()));
        examples.sort(Comparator.comparingLong(QualityReport.Example::row));
        if (examples.size() > EXAMPLES) {
          examples.removeLast();
        }
      }
    }
  }
}
