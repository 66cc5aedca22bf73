package io.duecast.reminder;

import io.duecast.dunning.Delivery;
import io.duecast.dunning.ReminderStatus;
import io.duecast.service.watch.Standing;
import io.duecast.service.watch.Watching;
import io.micrometer.core.instrument.Counter;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says how the sending stands, and counts what became of each reminder. */
final class SenderWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SenderWatch.class);
  private static final String PART = "reminders";

  private final Watching watching;
  private State state = State.STARTING;

  private enum State {
    STARTING,
    WAITING,
    SENDING
  }

  SenderWatch(Watching watching) {
    this.watching = watching;
    for (Delivery delivery : Delivery.values()) {
      counter(delivery);
    }
    watching.board().say(PART, Standing.COMING, "starts");
  }

  /** Too little is known to send anything. */
  void waitsFor(String what) {
    if (state != State.WAITING) {
      LOG.warn("nothing is sent until all is processed; it waits for {}", what);
    }
    state = State.WAITING;
    watching.board().say(PART, Standing.COMING, "waits for " + what);
  }

  /** Whatever is due may be sent. */
  void goesOn() {
    if (state != State.SENDING) {
      LOG.info("all is processed; what is due is sent");
      watching.board().say(PART, Standing.READY, "sends what is due");
    }
    state = State.SENDING;
  }

  /** One was sent, or not. */
  void told(ReminderStatus status) {
    counter(status.delivery()).increment();
  }

  private Counter counter(Delivery delivery) {
    return Counter.builder("duecast.reminders.told")
        .tag("delivery", delivery.name().toLowerCase(Locale.ROOT))
        .description("reminders by what became of them")
        .register(watching.meters());
  }
}
