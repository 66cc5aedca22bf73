package io.duecast.insight;

import java.util.ArrayList;
import java.util.List;

/**
 * What one customer owes, in every currency and to every entity of the company; all of it in the
 * segment that the customer is in now. As large as there are due dates with something open.
 *
 * @param segment empty if it has none
 */
public record CustomerPosition(String segment, List<EntityTotals> entities) {
  static final CustomerPosition NONE = new CustomerPosition("", List.of());

  /** What is owed to one entity in one currency. */
  public record EntityTotals(String currency, String entity, OpenTotals open) {}

  public CustomerPosition {
    entities = List.copyOf(entities);
  }

  /** The same in another segment. */
  CustomerPosition in(String newSegment) {
    return new CustomerPosition(newSegment, entities);
  }

  Group group(EntityTotals totals) {
    return new Group(totals.currency(), totals.entity(), segment);
  }

  OpenTotals open(Group group) {
    return entities.stream()
        .filter(it -> it.currency().equals(group.currency()))
        .filter(it -> it.entity().equals(group.entity()))
        .map(EntityTotals::open)
        .findFirst()
        .orElse(OpenTotals.NONE);
  }

  CustomerPosition with(Group group, OpenTotals open) {
    List<EntityTotals> all = new ArrayList<>(entities);
    all.removeIf(
        it -> it.currency().equals(group.currency()) && it.entity().equals(group.entity()));
    if (!open.dues().isEmpty()) {
      all.add(new EntityTotals(group.currency(), group.entity(), open));
    }
    return new CustomerPosition(segment, all);
  }
}
