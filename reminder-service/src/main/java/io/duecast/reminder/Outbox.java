package io.duecast.reminder;

import io.duecast.customer.CustomerId;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is to go out: of each reminder the latest revision, until its window has closed or it was
 * sent, or may have been. Never two to one customer for one day. Hearing something twice changes
 * nothing.
 */
public final class Outbox {
  private static final Duration KEPT = Duration.ofDays(60);

  private final Map<String, Reminder> latestById = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Set<CustomerId> blocked = new HashSet<>();
  private final Map<String, Integer> triedById = new HashMap<>();

  /** One customer's own day. */
  private record Day(CustomerId customer, LocalDate on) {
    static Day of(Reminder reminder) {
      return new Day(reminder.customer(), reminder.on());
    }
  }

  /** A reminder is to be sent, or no longer. */
  public void hear(Reminder reminder) {
    latestById.merge(
        reminder.reminderId(),
        reminder,
        (known, more) -> more.revision() > known.revision() ? more : known);
  }

  /** Something became of a reminder; whoever sent it, it is not sent again. */
  public void hear(ReminderStatus status) {
    String id = status.reminderId();
    switch (status.delivery()) {
      case SENT, DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT, UNKNOWN -> gone.add(id);
      case BOUNCED, FAILED -> {} // not this revision again, see tried
    }
  }

  /** Something about a customer could not be read: it may have been that nothing is to go out. */
  void block(String customer) {
    if (!customer.isBlank()) {
      blocked.add(new CustomerId(customer));
    }
  }

  /** It was tried: the same revision is not tried again. */
  public void tried(Reminder reminder) {
    triedById.put(reminder.reminderId(), reminder.revision());
  }

  /** What may go out next, by id; empty if nothing may. */
  public Optional<Reminder> next(Instant now) {
    Set<Day> taken = new HashSet<>();
    gone.forEach(
        id -> {
          Reminder sent = latestById.get(id);
          if (sent != null) {
            taken.add(Day.of(sent));
          }
        });
    return latestById.values().stream()
        .filter(it -> it.isSendableAt(now) && !gone.contains(it.reminderId()))
        .filter(it -> triedById.getOrDefault(it.reminderId(), 0) < it.revision())
        .filter(it -> !blocked.contains(it.customer()))
        .filter(it -> !taken.contains(Day.of(it)))
        .min(Comparator.comparing(Reminder::reminderId));
  }

  /** What is long over is of no use any more. */
  public void forgetTheOld(Instant now) {
    latestById.values().removeIf(it -> it.sendUntil().plus(KEPT).isBefore(now));
    gone.retainAll(latestById.keySet());
    triedById.keySet().retainAll(latestById.keySet());
  }
}
