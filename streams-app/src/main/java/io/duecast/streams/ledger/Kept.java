package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import java.util.List;

/** What the ledger made of what it heard. */
sealed interface Kept permits Kept.AccountMoved, Kept.CustomerKnown, Kept.DayBegan, Heard.Refused {

  /** New lines of one customer's account. */
  record AccountMoved(CustomerId customer, List<AccountEntry> entries) implements Kept {}

  /** A day has begun in one partition; what follows on it there is of that day. */
  record DayBegan(DayOpened day, int partition) implements Kept, InPartition {}

  /** Something about a customer is known now. */
  record CustomerKnown(CustomerUpdated update) implements Kept {}
}
