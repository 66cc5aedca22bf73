package io.duecast.insight;

import io.duecast.customer.CustomerId;
import java.util.List;

/** Where the desk keeps what customers and groups owe. */
public interface PortfolioBooks {
  /** Nothing of a customer that is not known. */
  CustomerPosition position(CustomerId customer);

  void put(CustomerId customer, CustomerPosition position);

  /** Nothing of a group that is not known. */
  GroupPosition position(Group group);

  /** Keeps it; an empty one is forgotten. */
  void put(Group group, GroupPosition position);

  /** All groups that are kept, in their order. */
  List<Group> groups();
}
