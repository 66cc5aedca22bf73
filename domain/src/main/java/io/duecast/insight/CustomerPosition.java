package io.duecast.insight;

import io.duecast.attribute.Attributes;
import io.duecast.customer.CustomerProfile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one customer owes, in every currency and to every entity of the company; all of it in the
 * segment that the customer is in now. As large as there are due dates with something open.
 *
 * @param segment null if it has none
 * @param effectiveFrom of the latest update of the customer, as in {@link CustomerProfile}
 */
public record CustomerPosition(
    @Nullable String segment, @Nullable LocalDate effectiveFrom, List<EntityTotals> entities) {
  /** Of a customer that is not known. */
  public static final CustomerPosition NONE = new CustomerPosition(null, null, List.of());

  public CustomerPosition {
    entities = List.copyOf(entities);
  }

  /** The same with what is known of the customer now. */
  CustomerPosition after(CustomerProfile update) {
    CustomerProfile known =
        new CustomerProfile(
                null,
                null,
                null,
                null,
                segment,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Attributes.NONE,
                effectiveFrom)
            .after(update);
    return new CustomerPosition(known.segment(), known.effectiveFrom(), entities);
  }

  Group group(String currency, String entity) {
    return new Group(currency, entity, Objects.requireNonNullElse(segment, ""));
  }

  OpenTotals open(Group group) {
    return entities.stream()
        .filter(it -> isOf(it, group))
        .map(EntityTotals::open)
        .findFirst()
        .orElse(OpenTotals.NONE);
  }

  CustomerPosition with(Group group, OpenTotals open) {
    List<EntityTotals> all = new ArrayList<>(entities);
    all.removeIf(it -> isOf(it, group));
    if (!open.dues().isEmpty()) {
      all.add(new EntityTotals(group.currency(), group.entity(), open));
    }
    return new CustomerPosition(segment, effectiveFrom, all);
  }

  private static boolean isOf(EntityTotals totals, Group group) {
    return totals.currency().equals(group.currency()) && totals.entity().equals(group.entity());
  }
}
