package io.duecast.reserve;

import io.duecast.insight.Group;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Books without a store. */
public final class InMemoryReserveBooks implements ReserveBooks {
  private final SortedMap<Group, ReserveAccount> accounts = new TreeMap<>();

  @Override
  public List<Group> groups() {
    return List.copyOf(accounts.keySet());
  }

  @Override
  public ReserveAccount account(Group group) {
    return accounts.getOrDefault(group, ReserveAccount.NONE);
  }

  @Override
  public void put(Group group, ReserveAccount account) {
    accounts.put(group, account);
  }

  @Override
  public void forget(Group group) {
    accounts.remove(group);
  }
}
