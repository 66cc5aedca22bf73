package io.duecast.insight;

import java.util.Comparator;

/**
 * Receivables that are added up together: money of two currencies never is.
 *
 * @param currency an ISO 4217 code
 * @param entity of the company, that sold; empty if it has one only
 * @param segment of the customers; empty for those without one
 */
public record Group(String currency, String entity, String segment) implements Comparable<Group> {
  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::currency)
          .thenComparing(Group::entity)
          .thenComparing(Group::segment);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
