package io.duecast.book.mapping;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a mapping cannot be used; carries every mistake, not only the first. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Mistake> mistakes;

  public MappingException(String name, List<Mistake> mistakes) {
    super(
        "%s: %d %s%n%s"
            .formatted(
                name,
                mistakes.size(),
                mistakes.size() == 1 ? "mistake" : "mistakes",
                mistakes.stream().map(m -> "  " + m).collect(Collectors.joining("\n"))));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<Mistake> mistakes() {
    return mistakes;
  }
}
