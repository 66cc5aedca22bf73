package io.duecast.reserve;

import io.duecast.insight.Group;
import java.util.List;

/** Where the accounts of the groups are kept. */
public interface ReserveBooks {
  /** All that are known, in their order. */
  List<Group> groups();

  /** One's account; {@link ReserveAccount#NONE} if it is not known. */
  ReserveAccount account(Group group);

  void put(Group group, ReserveAccount account);

  void forget(Group group);
}
