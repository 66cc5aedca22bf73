package io.duecast.reminder;

import io.duecast.dunning.Channel;
import io.duecast.dunning.Delivery;
import io.duecast.dunning.Reminder;
import io.duecast.dunning.ReminderStatus;
import io.duecast.event.Envelope;
import io.duecast.event.EventId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a reminder, and says what became of it. */
public final class Postman {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  private final Map<Channel, Courier> couriers;
  private final AddressBook addresses;
  private final Templates templates;
  private final InstantSource clock;

  /**
   * @param couriers of the channels on which something is sent at all
   */
  public Postman(
      Map<Channel, Courier> couriers,
      AddressBook addresses,
      Templates templates,
      InstantSource clock) {
    this.couriers = Map.copyOf(couriers);
    this.addresses = addresses;
    this.templates = templates;
    this.clock = clock;
  }

  /** Whether anything is sent on a channel. */
  public boolean serves(Channel channel) {
    return couriers.containsKey(channel);
  }

  /** Sends it on a channel that is served. */
  public ReminderStatus send(Reminder reminder) {
    Courier courier = couriers.get(reminder.channel());
    if (courier == null) {
      throw new IllegalArgumentException("nothing is sent by " + reminder.channel());
    }
    try {
      Address to = addresses.of(reminder.customer().value());
      courier.send(reminder, to, templates.of(reminder));
      return status(reminder, Delivery.SENT);
    } catch (UndeliveredException e) {
      LOG.warn("reminder {}: {}: {}", reminder.reminderId(), e.delivery(), e.getMessage());
      return status(reminder, e.delivery());
    }
  }

  private ReminderStatus status(Reminder reminder, Delivery delivery) {
    Instant now = clock.instant();
    EventId id = new EventId(reminder.reminderId() + ":" + reminder.revision() + ":" + delivery);
    Envelope envelope = new Envelope(id, now, now, now, "reminder-service", null, false);
    return new ReminderStatus(
        envelope, reminder.customer(), reminder.reminderId(), delivery, reminder.channel());
  }
}
