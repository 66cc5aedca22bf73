package io.duecast.console.web;

import io.duecast.check.RejectedException;
import io.duecast.console.log.FactLog;
import io.duecast.console.log.FactReader;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import io.duecast.receivable.Fact;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes facts over HTTP, checks them by their contracts, and puts them on the log: all that came
 * together, or none of it.
 */
final class EventClerk {
  private static final String OURS = "io.duecast.";
  private static final int LONGEST_TEXT = 256;
  private static final int MOST_TOLD = 20;

  /** A clock elsewhere may be ahead by so much. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final Jdbi jdbi;
  private final FactLog log;
  private final CompanyClock clock;
  private final FactReader reader = new FactReader();

  /** An event that cannot be, by its place from 1 on. */
  private record Wrong(int event, String reason) {
    Map<String, Object> told() {
      return Map.of("event", event, "reason", reason);
    }
  }

  EventClerk(Jdbi jdbi, FactLog log, CompanyClock clock) {
    this.jdbi = jdbi;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Puts events on the log.
   *
   * @param key ids are made of where events have none; null: each has one
   * @return their ids, in order
   * @throws Problem if one of them cannot be, with the reason for each
   * @throws io.duecast.console.log.LogSilentException if nobody confirms all of them
   */
  List<String> put(List<EventForm> forms, @Nullable String key) {
    Instant now = jdbi.withHandle(handle -> clock.now(clock.today(handle)));
    List<Fact> facts = new ArrayList<>();
    List<Wrong> wrong = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      try {
        facts.add(fact(forms.get(i), key == null ? null : key + ":" + (i + 1), now));
      } catch (RejectedException | Problem e) {
        wrong.add(new Wrong(i + 1, String.valueOf(e.getMessage())));
      }
    }
    if (!wrong.isEmpty()) {
      Wrong first = wrong.getFirst();
      throw Problem.badRequest(
              "%d of %d events cannot be, the first of them event %d: %s; none is recorded",
              wrong.size(), forms.size(), first.event(), first.reason())
          .because(wrong.stream().limit(MOST_TOLD).map(Wrong::told).toList());
    }
    log.put(facts);
    return facts.stream().map(it -> it.envelope().eventId().value()).toList();
  }

  private Fact fact(EventForm form, @Nullable String made, Instant now) {
    if (form.specversion() != null && !form.specversion().equals("1.0")) {
      throw Problem.badRequest("'specversion' is 1.0");
    }
    String type = text("type", form.type());
    Instant recorded = instant("recordedat", form.recordedat(), now);
    Instant occurred = instant("time", form.time(), recorded);
    if (recorded.isAfter(now.plus(AHEAD))) {
      throw Problem.badRequest(
          "'recordedat' is %s, and it is %s: nobody knows of it yet", recorded, now);
    }
    Envelope envelope =
        new Envelope(
            new EventId(text("id", form.id() == null ? made : form.id())),
            occurred,
            recorded,
            now,
            text("source", form.source()),
            null,
            false);
    if (form.data() == null) {
      throw Problem.badRequest("'data' must be given");
    }
    return reader.read(
        type.startsWith(OURS) ? type.substring(OURS.length()) : type, form.data(), envelope);
  }

  private static String text(String name, @Nullable String text) {
    if (text == null || text.isBlank() || text.length() > LONGEST_TEXT) {
      throw Problem.badRequest("'%s' must be given, in up to %d characters", name, LONGEST_TEXT);
    }
    return text;
  }

  private static Instant instant(String name, @Nullable String text, Instant otherwise) {
    try {
      return text == null ? otherwise : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Problem.badRequest("'%s' is an instant such as 2026-03-31T10:15:00Z", name);
    }
  }
}
