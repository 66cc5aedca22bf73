package io.duecast.book.mapping;

import io.duecast.book.csv.FileFormat;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of one file mean.
 *
 * @param file the file's usual name, relative to the invoices' file; null if it has none
 * @param combined for invoices: the settlement date stands in the invoice's row
 * @param keepDuplicates true if rows that are equal in every column are several, not one
 * @param line its line in the mapping
 */
public record Section(
    SectionKind kind,
    @Nullable String file,
    FileFormat format,
    boolean combined,
    boolean keepDuplicates,
    Map<FieldName, Field> fields,
    List<DeclaredAttribute> attributes,
    int line) {
  public Section {
    fields = Map.copyOf(fields);
    attributes = List.copyOf(attributes);
  }

  public @Nullable Field field(FieldName name) {
    return fields.get(name);
  }

  public boolean has(FieldName name) {
    return fields.containsKey(name);
  }

  /** Payments that only say which invoice is closed, instead of how much money came. */
  public boolean saysOnlySettled() {
    return has(FieldName.SETTLED_ON);
  }

  /** What is wrong if a file with this header is read with this section: missing columns. */
  public List<Mistake> mistakesFor(String file, List<String> header) {
    Mistakes mistakes = new Mistakes();
    List<Field> all = new ArrayList<>(fields.values());
    attributes.forEach(attribute -> all.add(attribute.field()));
    for (Field field : all) {
      for (String column : field.source().columns()) {
        if (!header.contains(column)) {
          String advice =
              Nearest.to(column, header).map(near -> "did you mean '" + near + "'? ").orElse("");
          mistakes.add(
              field.path(),
              field.line(),
              "no column '%s' in %s".formatted(column, file),
              advice + "its header is: " + String.join(" | ", header));
        }
      }
    }
    Set<String> seen = new LinkedHashSet<>();
    Set<String> used = new LinkedHashSet<>();
    all.forEach(field -> used.addAll(field.source().columns()));
    for (String column : header) {
      if (!seen.add(column) && used.contains(column)) {
        mistakes.add(
            kind.key(),
            line,
            "the header of %s has the column '%s' twice".formatted(file, column),
            "rename one of them");
      }
    }
    return mistakes.found();
  }
}
