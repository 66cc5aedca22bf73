package io.duecast.dunning;

import static io.duecast.check.Check.require;

import java.time.LocalDate;
import java.util.List;

/**
 * One step of a ladder.
 *
 * @param name what it is known by: an invoice takes each at most once, in whichever version of the
 *     policy
 * @param daysPastDue the day on which it is due, from the due date in force; negative = before it
 * @param channels the first of them that reaches the customer is taken
 * @param template the words that are used
 */
public record DunningStep(String name, int daysPastDue, List<Channel> channels, String template) {
  private static final int MOST_DAYS = 3650;

  public DunningStep {
    channels = List.copyOf(channels);
    require(!name.isBlank(), "the name of a step is blank");
    require(
        Math.abs(daysPastDue) <= MOST_DAYS,
        "step %s: %s days are more than %s",
        name,
        daysPastDue,
        MOST_DAYS);
    require(!channels.isEmpty(), "step %s has no channel", name);
    require(!channels.contains(Channel.UNKNOWN), "step %s has an unknown channel", name);
    require(!template.isBlank(), "step %s has no template", name);
  }

  /** The day on which it is due. */
  public LocalDate day(LocalDate dueOn) {
    return dueOn.plusDays(daysPastDue);
  }
}
