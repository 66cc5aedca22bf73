package io.duecast.reminder;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderLine;
import io.duecast.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words for each step, in the customer's language. A company's own stand in its directory as
 * {@code de/first.txt}, or {@code de/first.key.txt} for the segment {@code key}; those that it has
 * not are ours. The first line is the subject. Templates hold no logic, and run no code.
 */
public final class Templates {
  private static final String ENGLISH = "en";
  private static final String SUBJECT = "Subject: ";

  private final @Nullable Path directory;
  private final Mustache.Compiler compiler =
      Mustache.compiler().escapeHTML(false).strictSections(true);
  private final Map<String, Template> compiled = new HashMap<>();

  /**
   * @param directory of the company's own; null if it has none
   */
  public Templates(@Nullable Path directory) {
    this.directory = directory;
  }

  /**
   * A reminder in words.
   *
   * @throws UndeliveredException if its template cannot be used; once it is mended, it is
   */
  public Message of(Reminder reminder) {
    String language = language(reminder.language());
    try {
      String text = template(reminder, language).execute(words(reminder, Locale.of(language)));
      int end = text.indexOf('\n');
      return new Message(text.substring(SUBJECT.length(), end).strip(), text.substring(end + 1));
    } catch (MustacheException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | UncheckedIOException e) {
      throw UndeliveredException.notSent(
          "mend the template %s/%s: %s"
              .formatted(language, safe(reminder.template()), String.valueOf(e.getMessage())));
    }
  }

  private static String language(@Nullable String of) {
    String language = of == null ? ENGLISH : of.toLowerCase(Locale.ROOT);
    String bare = language.length() > 2 ? language.substring(0, 2) : language;
    return bare.matches("[a-z]{2}") ? bare : ENGLISH;
  }

  private Template template(Reminder reminder, String language) {
    String name = safe(reminder.template());
    String segment = safe(reminder.segment() == null ? "" : reminder.segment());
    String key = language + "/" + name + "." + segment;
    return compiled.computeIfAbsent(key, it -> compiler.compile(find(language, name, segment)));
  }

  private String find(String language, String name, String segment) {
    for (String in : List.of(language, ENGLISH)) {
      for (String file : List.of(name + "." + segment + ".txt", name + ".txt")) {
        Optional<String> text = read(in + "/" + file);
        if (text.isPresent()) {
          return text.get();
        }
      }
    }
    return read(ENGLISH + "/first.txt").orElseThrow();
  }

  private Optional<String> read(String file) {
    try {
      if (directory != null && Files.exists(directory.resolve(file))) {
        return Optional.of(checked(file, Files.readString(directory.resolve(file))));
      }
      try (InputStream ours = Templates.class.getResourceAsStream(file)) {
        return ours == null
            ? Optional.empty()
            : Optional.of(new String(ours.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checked(String file, String text) {
    if (!text.startsWith(SUBJECT) || text.indexOf('\n') < 0) {
      throw new IllegalArgumentException(file + " does not begin with '" + SUBJECT + "'");
    }
    return text;
  }

  /** A name from a policy or a customer leads to no other directory. */
  private static String safe(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}_-]", "_");
  }

  private static Map<String, Object> words(Reminder reminder, Locale locale) {
    Map<Currency, Money> totals = new TreeMap<>(Comparator.comparing(Currency::toString));
    for (ReminderLine line : reminder.lines()) {
      totals.merge(line.balance().currency(), line.balance(), Money::plus);
    }
    return Map.of(
        "customer", reminder.customer().value(),
        "count", reminder.lines().size(),
        "today", date(reminder.on(), locale),
        "total",
            totals.values().stream()
                .map(it -> amount(it, locale))
                .collect(Collectors.joining(" + ")),
        "lines", reminder.lines().stream().map(it -> line(it, reminder.on(), locale)).toList());
  }

  private static Map<String, Object> line(ReminderLine line, LocalDate on, Locale locale) {
    long daysPastDue = ChronoUnit.DAYS.between(line.dueOn(), on);
    return Map.of(
        "invoice", line.invoice().value(),
        "balance", amount(line.balance(), locale),
        "dueOn", date(line.dueOn(), locale),
        "overdue", daysPastDue > 0,
        "daysPastDue", daysPastDue);
  }

  private static String amount(Money money, Locale locale) {
    int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(Money.SCALE);
    return format.format(money.amount()) + " " + money.currency().getCurrencyCode();
  }

  private static String date(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }
}
