package io.duecast.dunning;

import java.time.Instant;
import java.util.List;

/** What follows from what whoever sends tells of a reminder. */
final class WordsOfTheSender {
  private final DunningFiles files;
  private final Correction correction;

  WordsOfTheSender(DunningFiles files, Correction correction) {
    this.files = files;
    this.correction = correction;
  }

  List<Reminder> hear(ReminderStatus status) {
    Instant at = status.envelope().recordedAt();
    DunnedCustomer customer =
        files.customer(status.customer()).hearing(status.delivery(), status.channel());
    Reminder latest = customer.messages().latest();
    if (latest != null && latest.reminderId().equals(status.reminderId())) {
      return ofTheLatest(customer, latest, status.delivery(), at);
    }
    Reminder cancelled = customer.messages().cancelled(status.reminderId());
    return cancelled != null && status.delivery().mayHaveGoneOut()
        ? cancelledTooLate(customer, cancelled, at)
        : correction.learned(customer, at);
  }

  private List<Reminder> ofTheLatest(
      DunnedCustomer customer, Reminder latest, Delivery delivery, Instant at) {
    return switch (delivery) {
      case FAILED -> failed(customer, latest, at);
      case BOUNCED -> bounced(customer, latest, at);
      case UNKNOWN -> uncertain(customer, latest, at);
      case SENT, DELIVERED, OPENED, CLICKED, REPLIED, OPTED_OUT ->
          correction.learned(sent(customer, latest), at);
    };
  }

  /** It went out, perhaps before the word came that it should not. */
  private DunnedCustomer sent(DunnedCustomer customer, Reminder latest) {
    if (!isOpen(latest)) {
      return customer;
    }
    Taking.take(files, customer.id(), latest.lines(), latest.on());
    return customer.with(customer.messages().sending(latest.sent()));
  }

  /** Whether no word has come yet that it may have gone out. */
  private static boolean isOpen(Reminder latest) {
    return latest.state() == ReminderState.REQUESTED || latest.state() == ReminderState.CANCELLED;
  }

  /** Nobody knows whether it went out: it may have, and is not sent again. */
  private List<Reminder> uncertain(DunnedCustomer customer, Reminder latest, Instant at) {
    return isOpen(latest)
        ? correction.kept(
            sent(customer, latest), List.of(latest.ended(ReminderState.UNCONFIRMED, null, at)))
        : List.of();
  }

  /** By the next channel, if it has not gone out and there is one. */
  private List<Reminder> bounced(DunnedCustomer customer, Reminder latest, Instant at) {
    List<Reminder> otherwise = correction.revised(customer, at);
    boolean isUnreachable =
        latest.state() == ReminderState.SENT
            || latest.state() == ReminderState.UNCONFIRMED
            || (!otherwise.isEmpty()
                && otherwise.getLast().state() == ReminderState.CANCELLED
                && otherwise.getLast().reason() == ReminderReason.UNREACHABLE);
    if (!isUnreachable) {
      return correction.kept(customer, otherwise);
    }
    ReminderReason why = ReminderReason.UNREACHABLE;
    return correction.kept(
        sent(customer, latest), List.of(latest.ended(ReminderState.UNDELIVERABLE, why, at)));
  }

  private List<Reminder> failed(DunnedCustomer customer, Reminder latest, Instant at) {
    return latest.state() == ReminderState.REQUESTED
        ? correction.kept(
            customer, List.of(latest.ended(ReminderState.CANCELLED, ReminderReason.FAILED, at)))
        : List.of();
  }

  /** It was on its way as it was taken back: what takes its place on that day is one too many. */
  private List<Reminder> cancelledTooLate(DunnedCustomer known, Reminder gone, Instant at) {
    Taking.take(files, known.id(), gone.lines(), gone.on());
    DunnedCustomer customer = known.with(known.messages().sendingCancelled(gone));
    Reminder live = customer.live();
    return live != null && live.on().equals(gone.on())
        ? correction.kept(
            customer, List.of(live.ended(ReminderState.CANCELLED, ReminderReason.REPLACED, at)))
        : correction.learned(customer, at);
  }
}
