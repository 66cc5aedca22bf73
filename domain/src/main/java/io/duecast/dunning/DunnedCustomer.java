package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.CustomerUpdated;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One customer in the eyes of whoever sends reminders.
 *
 * @param timeZone an IANA zone; null, or one that is none, for the company's own
 * @param effectiveFrom of the latest update; an update of an earlier day only fills gaps
 * @param stop null if nobody has ever said
 * @param resumedOn the day on which a stop was lifted; null for never
 * @param bounced channels on which a message came back, until something about the customer changes
 * @param optedOut channels on which the customer wants none
 * @param latest the last reminder, as it was told last; null before the first
 * @param sentOn the days of the last messages, rising; at most {@value ContactCap#MOST}
 * @param liveOn the customer's own day for which something was said last; null before the first
 * @param replayedOn the same, of history
 * @param lookOn the company's day on which to look again; null if only an event can change anything
 */
public record DunnedCustomer(
    CustomerId id,
    @Nullable String timeZone,
    @Nullable String country,
    @Nullable String segment,
    @Nullable String language,
    @Nullable LocalDate effectiveFrom,
    @Nullable Stop stop,
    @Nullable LocalDate resumedOn,
    List<Channel> bounced,
    List<Channel> optedOut,
    @Nullable Reminder latest,
    List<LocalDate> sentOn,
    @Nullable LocalDate liveOn,
    @Nullable LocalDate replayedOn,
    @Nullable LocalDate lookOn) {
  public DunnedCustomer {
    bounced = List.copyOf(bounced);
    optedOut = List.copyOf(optedOut);
    sentOn = List.copyOf(sentOn);
  }

  /** One of whom nothing was heard. */
  public static DunnedCustomer unheardOf(CustomerId id) {
    return new DunnedCustomer(
        id, null, null, null, null, null, null, null, List.of(), List.of(), null, List.of(), null,
        null, null);
  }

  /** Something about the customer is known now. */
  DunnedCustomer after(CustomerUpdated update, LocalDate today) {
    boolean stale = effectiveFrom != null && update.effectiveFrom().isBefore(effectiveFrom);
    Stop said =
        update.dunningBlocked() == null
            ? null
            : new Stop(update.dunningBlocked(), update.dunningBlockedUntil());
    DunnedCustomer known = stopped(stale && stop != null ? null : said, today);
    return new DunnedCustomer(
        id,
        overlaid(timeZone, update.timeZone(), stale),
        overlaid(country, update.country(), stale),
        overlaid(segment, update.segment(), stale),
        overlaid(language, update.language(), stale),
        stale ? effectiveFrom : update.effectiveFrom(),
        known.stop,
        known.resumedOn,
        List.of(),
        optedOut,
        latest,
        sentOn,
        liveOn,
        replayedOn,
        lookOn);
  }

  private static @Nullable String overlaid(
      @Nullable String known, @Nullable String newer, boolean stale) {
    if (known == null || newer == null) {
      return known == null ? newer : known;
    }
    return stale ? known : newer;
  }

  /** A stop that is lifted ends on a day; null says nothing. */
  DunnedCustomer stopped(@Nullable Stop said, LocalDate today) {
    if (said == null) {
      return this;
    }
    boolean lifted = isStoppedOn(today) && !said.active();
    return new DunnedCustomer(
        id,
        timeZone,
        country,
        segment,
        language,
        effectiveFrom,
        said,
        lifted ? today : resumedOn,
        bounced,
        optedOut,
        latest,
        sentOn,
        liveOn,
        replayedOn,
        lookOn);
  }

  boolean isStoppedOn(LocalDate day) {
    return stop != null && stop.isOn(day);
  }

  /** The day from which reminders could go out again after a stop; null if there was none. */
  @Nullable LocalDate backOn() {
    return Later.of(resumedOn, stopEndsOn());
  }

  /** The first day after a stop that ends by itself; null if there is none. */
  @Nullable LocalDate stopEndsOn() {
    return stop == null ? null : stop.endedOn();
  }

  ZoneId zone(ZoneId otherwise) {
    try {
      return timeZone == null ? otherwise : ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      return otherwise;
    }
  }

  /** The first of a step's channels that reaches the customer. */
  Optional<Channel> reachableBy(DunningStep step) {
    return step.channels().stream()
        .filter(it -> !bounced.contains(it) && !optedOut.contains(it))
        .findFirst();
  }

  /** The reminder that may still go out, in this window or the next; null if there is none. */
  @Nullable Reminder live() {
    return latest != null && latest.isSendable() ? latest : null;
  }

  DunnedCustomer saying(Reminder reminder) {
    return with(bounced, optedOut, reminder, sentOn);
  }

  DunnedCustomer sending(LocalDate on) {
    List<LocalDate> days = new ArrayList<>(sentOn);
    days.add(on);
    days.sort(LocalDate::compareTo);
    int from = Math.max(0, days.size() - ContactCap.MOST);
    return with(bounced, optedOut, latest, days.subList(from, days.size()));
  }

  /** What the way of a message tells of its channel. */
  DunnedCustomer hearing(Delivery delivery, Channel channel) {
    return switch (delivery) {
      case BOUNCED -> with(plus(bounced, channel), optedOut, latest, sentOn);
      case OPTED_OUT -> with(bounced, plus(optedOut, channel), latest, sentOn);
      case DELIVERED, OPENED, CLICKED, REPLIED ->
          with(bounced.stream().filter(it -> it != channel).toList(), optedOut, latest, sentOn);
      case SENT, FAILED, UNKNOWN -> this;
    };
  }

  private static List<Channel> plus(List<Channel> channels, Channel more) {
    List<Channel> all = new ArrayList<>(channels);
    if (!all.contains(more)) {
      all.add(more);
    }
    return all;
  }

  DunnedCustomer lookedAt(LocalDate on, boolean replayed) {
    return new DunnedCustomer(
        id,
        timeZone,
        country,
        segment,
        language,
        effectiveFrom,
        stop,
        resumedOn,
        bounced,
        optedOut,
        latest,
        sentOn,
        replayed ? liveOn : on,
        replayed ? on : replayedOn,
        lookOn);
  }

  DunnedCustomer lookingOn(@Nullable LocalDate day) {
    return new DunnedCustomer(
        id,
        timeZone,
        country,
        segment,
        language,
        effectiveFrom,
        stop,
        resumedOn,
        bounced,
        optedOut,
        latest,
        sentOn,
        liveOn,
        replayedOn,
        day);
  }

  private DunnedCustomer with(
      List<Channel> bounced,
      List<Channel> optedOut,
      @Nullable Reminder latest,
      List<LocalDate> sentOn) {
    return new DunnedCustomer(
        id,
        timeZone,
        country,
        segment,
        language,
        effectiveFrom,
        stop,
        resumedOn,
        bounced,
        optedOut,
        latest,
        sentOn,
        liveOn,
        replayedOn,
        lookOn);
  }
}
