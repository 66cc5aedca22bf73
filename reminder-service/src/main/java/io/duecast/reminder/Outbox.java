package io.duecast.reminder;

import io.duecast.dunning.Delivery;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to go out: of each reminder the latest revision, until its window has closed or it was
 * sent. Hearing something twice changes nothing.
 */
public final class Outbox {
  private static final Duration KEPT = Duration.ofDays(60);

  private final Map<String, Reminder> latestById = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final Map<String, Integer> triedById = new HashMap<>();

  /** A reminder is to be sent, or no longer. */
  public void hear(Reminder reminder) {
    latestById.merge(
        reminder.reminderId(),
        reminder,
        (known, more) -> more.revision() > known.revision() ? more : known);
  }

  /** Something became of a reminder; whoever sent it, it is not sent again. */
  public void hear(ReminderStatus status) {
    if (status.delivery() != Delivery.FAILED && status.delivery() != Delivery.UNKNOWN) {
      gone.add(status.reminderId());
    }
  }

  /** It was tried: the same revision is not tried again. */
  public void tried(Reminder reminder) {
    triedById.put(reminder.reminderId(), reminder.revision());
  }

  /** What may go out now, by id. What is long over is forgotten. */
  public List<Reminder> due(Instant now) {
    latestById.values().removeIf(it -> it.sendUntil().plus(KEPT).isBefore(now));
    gone.retainAll(latestById.keySet());
    triedById.keySet().retainAll(latestById.keySet());
    return latestById.values().stream()
        .filter(it -> it.isSendableAt(now) && !gone.contains(it.reminderId()))
        .filter(it -> triedById.getOrDefault(it.reminderId(), 0) < it.revision())
        .sorted(Comparator.comparing(Reminder::reminderId))
        .toList();
  }
}
