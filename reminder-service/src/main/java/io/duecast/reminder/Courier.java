package io.duecast.reminder;

import io.duecast.dunning.Reminder;

/** Brings messages to customers on one channel. */
public interface Courier {
  /**
   * Sends a message.
   *
   * @throws UndeliveredException if it did not go out, or nobody knows whether it did
   */
  void send(Reminder reminder, Address to, Message message);
}
