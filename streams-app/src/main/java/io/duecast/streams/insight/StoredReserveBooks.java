package io.duecast.streams.insight;

import io.duecast.insight.Group;
import io.duecast.reserve.ReserveAccount;
import io.duecast.reserve.ReserveBooks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The reserves' books in a store. */
final class StoredReserveBooks implements ReserveBooks {
  private final KeyValueStore<String, ReserveAccount> accounts;

  StoredReserveBooks(ProcessorContext<?, ?> context) {
    this.accounts = context.getStateStore(PortfolioStores.RESERVES);
  }

  @Override
  public List<Group> groups() {
    List<Group> all = new ArrayList<>();
    try (KeyValueIterator<String, ReserveAccount> each = accounts.all()) {
      while (each.hasNext()) {
        all.add(GroupKey.group(each.next().key));
      }
    }
    Collections.sort(all);
    return all;
  }

  @Override
  public ReserveAccount account(Group group) {
    ReserveAccount known = accounts.get(GroupKey.of(group));
    return known == null ? ReserveAccount.NONE : known;
  }

  @Override
  public void put(Group group, ReserveAccount account) {
    accounts.put(GroupKey.of(group), account);
  }

  @Override
  public void forget(Group group) {
    accounts.delete(GroupKey.of(group));
  }
}
