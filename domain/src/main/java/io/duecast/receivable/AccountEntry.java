package io.duecast.receivable;

import io.duecast.customer.CustomerId;
import java.time.Instant;

/** One line of a customer's account, in the order in which it became known. */
public sealed interface AccountEntry permits ReceivableChanged, ContactMade {
  CustomerId customer();

  Instant recordedAt();
}
