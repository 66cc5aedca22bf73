package io.duecast.forecast;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a desk keeps what it knows. */
public interface CashFiles {
  /** Null if it is not known. */
  @Nullable CashItem item(CustomerId customer, InvoiceId invoice);

  void put(CustomerId customer, CashItem item);

  void forget(CustomerId customer, InvoiceId invoice);

  /** All that are known of a customer, by id. */
  List<CashItem> items(CustomerId customer);

  /** {@link CashCustomer#NONE} if it is not known. */
  CashCustomer customer(CustomerId customer);

  void put(CustomerId customer, CashCustomer known);

  /** All customers that are known, by id. */
  List<CustomerId> customers();

  CashTally tally();

  void put(CashTally tally);
}
