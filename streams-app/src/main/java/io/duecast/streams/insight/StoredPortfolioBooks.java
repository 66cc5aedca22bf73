package io.duecast.streams.insight;

import io.duecast.customer.CustomerId;
import io.duecast.insight.CustomerPosition;
import io.duecast.insight.Group;
import io.duecast.insight.GroupPosition;
import io.duecast.insight.PortfolioBooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The desk's books in the stores of one task. */
final class StoredPortfolioBooks implements PortfolioBooks {
  private final KeyValueStore<String, CustomerPosition> customers;
  private final KeyValueStore<String, GroupPosition> groups;

  StoredPortfolioBooks(ProcessorContext<?, ?> context) {
    this.customers = context.getStateStore(PortfolioStores.CUSTOMERS);
    this.groups = context.getStateStore(PortfolioStores.GROUPS);
  }

  @Override
  public CustomerPosition position(CustomerId customer) {
    CustomerPosition known = customers.get(customer.value());
    return known == null ? CustomerPosition.NONE : known;
  }

  @Override
  public void put(CustomerId customer, CustomerPosition position) {
    customers.put(customer.value(), position);
  }

  @Override
  public GroupPosition position(Group group) {
    GroupPosition known = groups.get(GroupKey.of(group));
    return known == null ? GroupPosition.NONE : known;
  }

  @Override
  public void put(Group group, GroupPosition position) {
    if (position.isEmpty()) {
      groups.delete(GroupKey.of(group));
    } else {
      groups.put(GroupKey.of(group), position);
    }
  }

  @Override
  public List<Group> groups() {
    List<Group> all = new ArrayList<>();
    try (KeyValueIterator<String, GroupPosition> each = groups.all()) {
      while (each.hasNext()) {
        all.add(GroupKey.group(each.next().key));
      }
    }
    Collections.sort(all);
    return all;
  }
}
