package io.duecast.book.csv;

import static io.duecast.check.Check.require;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How numbers are written. A minus may stand before or behind; brackets mean negative. Spaces and
 * apostrophes between thousands are always understood.
 *
 * @param decimal the decimal separator
 * @param thousands what groups the thousands; null for nothing
 * @param ignored words taken away first, e.g. {@code R$} or {@code EUR}
 */
public record NumberStyle(char decimal, @Nullable Character thousands, List<String> ignored) {
  public static final NumberStyle PLAIN = new NumberStyle('.', null, List.of());
  private static final int LONGEST = 60;

  public NumberStyle {
    require(
        thousands == null || thousands != decimal,
        "'%s' cannot separate both decimals and thousands",
        decimal);
    ignored = List.copyOf(ignored);
  }

  /** The number; null if it cannot be read as one. */
  public @Nullable BigDecimal parse(String text) {
    String bare = text;
    for (String word : ignored) {
      bare = bare.replace(word, "");
    }
    bare = bare.strip();
    boolean negative = false;
    if (bare.startsWith("(") && bare.endsWith(")") && bare.length() > 2) {
      negative = true;
      bare = bare.substring(1, bare.length() - 1).strip();
    } else if (bare.endsWith("-")) {
      negative = true;
      bare = bare.substring(0, bare.length() - 1).strip();
    } else if (bare.startsWith("-") || bare.startsWith("+")) {
      negative = bare.charAt(0) == '-';
      bare = bare.substring(1).strip();
    }
    String digits = digits(bare);
    if (digits == null) {
      return null;
    }
    BigDecimal number = new BigDecimal(digits);
    return negative ? number.negate() : number;
  }

  private @Nullable String digits(String text) {
    int length = text.length();
    if (length == 0 || length > LONGEST) {
      return null;
    }
    int point = text.indexOf(decimal);
    int wholeEnd = point < 0 ? length : point;
    StringBuilder digits = new StringBuilder(length);
    if (!appendWhole(text, wholeEnd, digits)) {
      return null;
    }
    if (point >= 0) {
      digits.append('.');
      for (int i = point + 1; i < length; i++) {
        if (!isDigit(text.charAt(i))) {
          return null;
        }
        digits.append(text.charAt(i));
      }
    }
    return wholeEnd == 0 && point == length - 1 ? null : digits.toString();
  }

  /** Groups behind the first have three digits, or two (as in India) if they are not the last. */
  private boolean appendWhole(String text, int end, StringBuilder digits) {
    int group = 0;
    boolean grouped = false;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (isDigit(c)) {
        digits.append(c);
        group++;
      } else if (separates(c) && group > 0 && (grouped ? group == 2 || group == 3 : group <= 3)) {
        grouped = true;
        group = 0;
      } else {
        return false;
      }
    }
    if (end == 0) {
      digits.append('0');
    }
    return !grouped || group == 3;
  }

  private boolean separates(char c) {
    return (thousands != null && c == thousands)
        || c == ' '
        || c == '\u00a0'
        || c == '\u202f'
        || c == '\''
        || c == '\u2019';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
