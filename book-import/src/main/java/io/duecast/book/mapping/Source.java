package io.duecast.book.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the text of a field comes from. */
public sealed interface Source {
  /** The columns that are needed. */
  List<String> columns();

  /** One column of the file. */
  record Column(String name) implements Source {
    @Override
    public List<String> columns() {
      return List.of(name);
    }
  }

  /** The same text in every row. */
  record Constant(String text) implements Source {
    @Override
    public List<String> columns() {
      return List.of();
    }
  }

  /**
   * Text with columns in it: {@code {A}-{B}}.
   *
   * @param texts what stands between the columns: one more than there are columns
   */
  record Template(List<String> texts, List<String> columns) implements Source {
    private static final Pattern HOLE = Pattern.compile("\\{([^{}]+)}");

    public Template {
      texts = List.copyOf(texts);
      columns = List.copyOf(columns);
    }

    static Template of(String pattern) {
      List<String> texts = new ArrayList<>();
      List<String> columns = new ArrayList<>();
      Matcher hole = HOLE.matcher(pattern);
      int from = 0;
      while (hole.find()) {
        texts.add(pattern.substring(from, hole.start()));
        columns.add(hole.group(1).strip());
        from = hole.end();
      }
      texts.add(pattern.substring(from));
      return new Template(texts, columns);
    }
  }
}
