package io.duecast.book;

import io.duecast.book.csv.CsvTable;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.MappingException;
import io.duecast.book.mapping.Mistake;
import io.duecast.book.mapping.Section;
import io.duecast.book.mapping.SectionKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** All files of a book, opened, with headers that fit the mapping. */
record OpenTables(Map<SectionKind, CsvTable> tables) implements AutoCloseable {
  /**
   * Opens all.
   *
   * @throws MappingException with every column that is missing in any of them
   */
  static OpenTables open(Mapping mapping, Sources sources) {
    sources.check(mapping);
    OpenTables open = new OpenTables(new EnumMap<>(SectionKind.class));
    List<Mistake> mistakes = new ArrayList<>();
    try {
      for (Section section : mapping.sections().values()) {
        var file = Objects.requireNonNull(sources.files().get(section.kind()));
        CsvTable table = CsvTable.open(file, section.format());
        open.tables.put(section.kind(), table);
        mistakes.addAll(section.mistakesFor(file.getFileName().toString(), table.header()));
      }
      if (!mistakes.isEmpty()) {
        throw new MappingException("the mapping does not fit the files", mistakes);
      }
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
    return open;
  }

  long bytesRead() {
    return tables.values().stream().mapToLong(CsvTable::bytesRead).sum();
  }

  long bytesTotal() {
    return tables.values().stream().mapToLong(CsvTable::bytesTotal).sum();
  }

  long rows() {
    return tables.values().stream().mapToLong(CsvTable::rows).sum();
  }

  @Override
  public void close() {
    tables.values().forEach(CsvTable::close);
  }
}
