package io.duecast.service.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the text of a setting may be.
 *
 * @param expected what is expected, in words
 * @param fits whether a text is such a value
 */
record Kind(String expected, Predicate<String> fits) {
  static final Kind TEXT = new Kind("some text", text -> true);
  static final Kind PATH = new Kind("a directory", text -> !text.isBlank());
  static final Kind ADDRESSES =
      new Kind(
          "host:port, or several with commas between",
          text -> text.isEmpty() || text.matches("[^,:\\s]+:\\d{1,5}(,[^,:\\s]+:\\d{1,5})*"));
  static final Kind LISTEN =
      new Kind(
          "host:port with a port up to 65535, or nothing",
          text -> text.isEmpty() || isHostAndPort(text));
  static final Kind URL =
      new Kind(
          "http://… or https://…, or several with commas between",
          text -> text.isEmpty() || text.matches("(https?|mock)://[^\\s,]+(,https?://[^\\s,]+)*"));
  static final Kind ORIGIN =
      new Kind(
          "https://host or http://host, with a port if need be, or nothing",
          text ->
              text.isEmpty() || text.matches("https?://([\\w.-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?"));
  static final Kind DATABASE =
      new Kind(
          "jdbc:postgresql://…, or nothing",
          text -> text.isEmpty() || text.matches("jdbc:postgresql:\\S+"));
  static final Kind PREFIX =
      new Kind(
          "up to 100 of: letters, digits, '.', '_', '-'",
          text -> text.matches("[a-zA-Z0-9._-]{0,100}"));
  static final Kind ZONE = new Kind("a time zone such as Europe/Berlin or UTC", Kind::isZone);
  static final Kind AMOUNT =
      new Kind("an amount such as 0.50, not negative", text -> isWithin(text, "0", "1000000000"));
  static final Kind PROBABILITY =
      new Kind(
          "a probability between 0 and 1",
          text ->
              isWithin(text, "0", "1")
                  && new BigDecimal(text).signum() > 0
                  && new BigDecimal(text).compareTo(BigDecimal.ONE) < 0);
  static final Kind ON_OFF = new Kind("on or off", text -> text.equals("on") || text.equals("off"));
  static final Kind FEATURES =
      new Kind(
          "a list of source.name:type, where the source is invoice, customer, crm or indicator, and"
              + " the type number or category (a category only of invoice or customer)",
          FeatureText::isReadable);

  static final Kind FACTOR =
      new Kind(
          "a factor such as 1.15, above 0 and at most 10",
          text -> isWithin(text, "0", "10") && new BigDecimal(text).signum() > 0);

  /** So many shares with commas between. */
  static Kind shares(int count) {
    return new Kind(
        count + " numbers between 0 and 1, with commas between",
        text ->
            text.split(",", -1).length == count
                && Arrays.stream(text.split(",", -1))
                    .allMatch(it -> isWithin(it.strip(), "0", "1")));
  }

  /** The numbers of such a text. */
  static List<BigDecimal> shares(String text) {
    return Arrays.stream(text.split(",", -1)).map(it -> new BigDecimal(it.strip())).toList();
  }

  static Kind oneOf(String... words) {
    return new Kind(String.join(" or ", words), text -> Set.of(words).contains(text));
  }

  static Kind wholeNumber(int least, int most) {
    return new Kind(
        "a whole number from " + least + " to " + most,
        text ->
            text.matches("\\d{1,9}")
                && Integer.parseInt(text) >= least
                && Integer.parseInt(text) <= most);
  }

  private static boolean isHostAndPort(String text) {
    return text.matches("(\\[[0-9a-fA-F:]+]|[^:\\s]+):\\d{1,5}")
        && Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)) <= 65_535;
  }

  private static boolean isZone(String text) {
    try {
      return !ZoneId.of(text).getId().isEmpty();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isWithin(String text, String least, String most) {
    try {
      BigDecimal value = new BigDecimal(text);
      return value.compareTo(new BigDecimal(least)) >= 0
          && value.compareTo(new BigDecimal(most)) <= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
