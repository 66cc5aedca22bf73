package io.duecast.segment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import org.jspecify.annotations.Nullable;

/** Where lines wait for risks, and risks for lines. */
public interface WaitingRoom {
  /** The line that waits longest; null if none does. */
  @Nullable WaitingLine first();

  /** The line that came last; null if none waits. */
  @Nullable WaitingLine last();

  void add(WaitingLine line);

  void remove(WaitingLine line);

  /** The risk of an invoice that has come before its line, per mille; null if it has not. */
  @Nullable Integer risk(CustomerId customer, InvoiceId invoice);

  void putRisk(CustomerId customer, InvoiceId invoice, int risk);

  void forgetRisk(CustomerId customer, InvoiceId invoice);
}
