package io.duecast.book;

import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.MappingException;
import io.duecast.book.mapping.Mistake;
import io.duecast.book.mapping.Section;
import io.duecast.book.mapping.SectionKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which file is read for which section of a mapping. */
public record Sources(Map<SectionKind, Path> files) {
  public Sources {
    files = Collections.unmodifiableMap(new EnumMap<>(files));
  }

  /** The invoices' file, and beside it the other files under the names that the mapping has. */
  public static Sources of(Mapping mapping, Path invoices) {
    Map<SectionKind, Path> files = new EnumMap<>(SectionKind.class);
    for (Section section : mapping.sections().values()) {
      if (section.file() != null) {
        files.put(section.kind(), invoices.resolveSibling(section.file()));
      }
    }
    files.put(SectionKind.INVOICES, invoices);
    return new Sources(files);
  }

  /** All files under the names that the mapping has, in one directory. */
  public static Sources in(Path directory, Mapping mapping) {
    Map<SectionKind, Path> files = new EnumMap<>(SectionKind.class);
    for (Section section : mapping.sections().values()) {
      if (section.file() != null) {
        files.put(section.kind(), directory.resolve(section.file()));
      }
    }
    return new Sources(files);
  }

  /** These, with another file for one section. */
  public Sources with(SectionKind section, Path file) {
    Map<SectionKind, Path> changed = new EnumMap<>(SectionKind.class);
    changed.putAll(files);
    changed.put(section, file);
    return new Sources(changed);
  }

  /**
   * Checks that each section has a file, and each file a section.
   *
   * @throws MappingException with every mistake
   */
  void check(Mapping mapping) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Section section : mapping.sections().values()) {
      if (!files.containsKey(section.kind())) {
        mistakes.add(
            new Mistake(
                section.kind().key(),
                section.line(),
                "no file is given",
                "name it with 'file:' or on the command line, or drop the section"));
      }
    }
    for (SectionKind kind : files.keySet()) {
      if (mapping.section(kind) == null) {
        mistakes.add(
            new Mistake(
                kind.key(),
                0,
                "a file is given, but the mapping has no section for it",
                "add the section or drop the file"));
      }
    }
    if (!mistakes.isEmpty()) {
      throw new MappingException("the files do not fit the mapping", mistakes);
    }
  }
}
