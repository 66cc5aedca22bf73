package io.duecast.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said to a customer, and what went out.
 *
 * @param latest the last reminder, as it was told last; null before the first
 * @param cancelled the last ones before it that were taken back: word may still come that one had
 *     gone out already; at most {@value #CANCELLED}
 * @param sentOn the days of the last messages, rising; at most {@value ContactCap#MOST}
 */
public record Messages(
    @Nullable Reminder latest, List<Reminder> cancelled, List<LocalDate> sentOn) {
  static final int CANCELLED = 4;
  static final Messages NONE = new Messages(null, List.of(), List.of());

  public Messages {
    cancelled = List.copyOf(cancelled);
    sentOn = List.copyOf(sentOn);
  }

  /** The reminder that may still go out, in this window or the next; null if there is none. */
  @Nullable Reminder live() {
    return latest != null && latest.isSendable() ? latest : null;
  }

  /** The one of an id among those that were taken back; null if it is none of them. */
  @Nullable Reminder cancelled(String reminderId) {
    return cancelled.stream()
        .filter(it -> it.reminderId().equals(reminderId))
        .findFirst()
        .orElse(null);
  }

  Messages saying(Reminder reminder) {
    boolean isAnother = latest != null && !latest.reminderId().equals(reminder.reminderId());
    if (latest == null || !isAnother || latest.state() != ReminderState.CANCELLED) {
      return new Messages(reminder, without(reminder), sentOn);
    }
    List<Reminder> more = new ArrayList<>(without(reminder));
    more.add(latest);
    return new Messages(reminder, last(more, CANCELLED), sentOn);
  }

  /** The latest one went out. */
  Messages sending(Reminder sent) {
    return new Messages(sent, cancelled, sentOn).sentOn(sent.on());
  }

  /** One that had been taken back went out all the same. */
  Messages sendingCancelled(Reminder gone) {
    return new Messages(latest, without(gone), sentOn).sentOn(gone.on());
  }

  Messages sentOn(LocalDate on) {
    List<LocalDate> days = new ArrayList<>(sentOn);
    days.add(on);
    days.sort(LocalDate::compareTo);
    return new Messages(latest, cancelled, last(days, ContactCap.MOST));
  }

  private List<Reminder> without(Reminder reminder) {
    return cancelled.stream().filter(it -> !it.reminderId().equals(reminder.reminderId())).toList();
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }
}
