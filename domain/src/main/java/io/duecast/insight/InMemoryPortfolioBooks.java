package io.duecast.insight;

import io.duecast.customer.CustomerId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Books that are gone with the process. */
public final class InMemoryPortfolioBooks implements PortfolioBooks {
  private final Map<CustomerId, CustomerPosition> customers = new HashMap<>();
  private final SortedMap<Group, GroupPosition> groups = new TreeMap<>();

  @Override
  public CustomerPosition position(CustomerId customer) {
    return customers.getOrDefault(customer, CustomerPosition.NONE);
  }

  @Override
  public void put(CustomerId customer, CustomerPosition position) {
    customers.put(customer, position);
  }

  @Override
  public GroupPosition position(Group group) {
    return groups.getOrDefault(group, GroupPosition.NONE);
  }

  @Override
  public void put(Group group, GroupPosition position) {
    if (position.isEmpty()) {
      groups.remove(group);
    } else {
      groups.put(group, position);
    }
  }

  @Override
  public List<Group> groups() {
    return List.copyOf(groups.keySet());
  }
}
