package io.duecast.dunning;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When messages may go out to a customer on one day.
 *
 * @param on the customer's own day
 */
record SendWindow(LocalDate on, Instant from, Instant until) {
  /**
   * The window that opens while it is a day where the company is; none if that is no day on which
   * the customer is written to.
   */
  static Optional<SendWindow> openingOn(
      LocalDate day, ZoneId company, DunnedCustomer customer, DunningPolicy policy) {
    Instant begins = day.atStartOfDay(company).toInstant();
    Instant ends = day.plusDays(1).atStartOfDay(company).toInstant();
    ZoneId zone = customer.profile().zone(company);
    for (LocalDate on = day.minusDays(1); !on.isAfter(day.plusDays(1)); on = on.plusDays(1)) {
      Instant from = moment(on, policy.times().fromMinute(), zone);
      if (!from.isBefore(begins) && from.isBefore(ends)) {
        return policy.isOpenOn(on, customer.profile().country())
            ? Optional.of(new SendWindow(on, from, moment(on, policy.times().untilMinute(), zone)))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Instant moment(LocalDate on, int minute, ZoneId zone) {
    return on.atStartOfDay().plusMinutes(minute).atZone(zone).toInstant();
  }
}
