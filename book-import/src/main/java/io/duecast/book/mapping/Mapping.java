package io.duecast.book.mapping;

import io.duecast.feature.DeclaredFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a book mean: a small YAML file, written once for an ERP.
 *
 * @param sections always with the invoices
 */
public record Mapping(BookSettings book, Map<SectionKind, Section> sections) {
  /** The version of the format that this reads. */
  public static final int VERSION = 1;

  public Mapping {
    sections = Collections.unmodifiableMap(new EnumMap<>(sections));
  }

  /**
   * Reads a mapping file in UTF-8.
   *
   * @throws MappingException with every mistake in it
   */
  public static Mapping read(Path file) {
    if (!Files.isRegularFile(file)) {
      Mistakes mistakes = new Mistakes();
      mistakes.add("mapping", 0, "no such file", "check the path, or draft a mapping first");
      mistakes.throwIfAny(file.toString());
    }
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a mapping.
   *
   * @param name what messages call it
   * @throws MappingException with every mistake in it
   */
  public static Mapping parse(String name, String yaml) {
    return MappingParser.parse(name, yaml);
  }

  /**
   * Every column of the company's own that becomes a feature; each once, in the sections' order.
   */
  public List<DeclaredFeature> declaredFeatures() {
    Set<DeclaredFeature> features = new LinkedHashSet<>();
    for (Section section : sections.values()) {
      section.attributes().forEach(it -> features.add(it.featureIn(section.kind())));
    }
    return List.copyOf(features);
  }

  public @Nullable Section section(SectionKind kind) {
    return sections.get(kind);
  }
}
