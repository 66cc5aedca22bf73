package io.duecast.dunning;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.CustomerUpdated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One customer in the eyes of whoever sends reminders. */
public record DunnedCustomer(
    CustomerId id,
    DunnedProfile profile,
    Stops stops,
    Reach reach,
    Messages messages,
    Looks looks) {
  /** One of whom nothing was heard. */
  public static DunnedCustomer unheardOf(CustomerId id) {
    return new DunnedCustomer(
        id, DunnedProfile.NONE, Stops.NONE, Reach.EVERYWHERE, Messages.NONE, Looks.NONE);
  }

  /** Something about the customer is known now. */
  DunnedCustomer after(CustomerUpdated update, LocalDate today) {
    Stops then = stops.after(update, profile.isNewerThan(update), today);
    return new DunnedCustomer(
        id, profile.after(update), then, reach.afterUpdate(), messages, looks);
  }

  /** A person wants no reminders, or wants them again. */
  DunnedCustomer stopped(Stop said, LocalDate today) {
    return new DunnedCustomer(id, profile, stops.after(said, today), reach, messages, looks);
  }

  /** What the way of a message tells of its channel. */
  DunnedCustomer hearing(Delivery delivery, Channel channel) {
    Reach now = reach.after(delivery, channel);
    return new DunnedCustomer(id, profile, stops, now, messages, looks);
  }

  DunnedCustomer with(Messages other) {
    return new DunnedCustomer(id, profile, stops, reach, other, looks);
  }

  DunnedCustomer with(Looks other) {
    return new DunnedCustomer(id, profile, stops, reach, messages, other);
  }

  DunnedCustomer saying(Reminder reminder) {
    return with(messages.saying(reminder));
  }

  DunnedCustomer lookingOn(@Nullable LocalDate day) {
    return with(looks.next(day));
  }

  /** The reminder that may still go out, in this window or the next; null if there is none. */
  @Nullable Reminder live() {
    return messages.live();
  }

  /** The company's day on which to look again; null if only an event can change anything. */
  public @Nullable LocalDate lookOn() {
    return looks.nextOn();
  }
}
