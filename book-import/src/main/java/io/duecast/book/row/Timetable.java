package io.duecast.book.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When facts became known that have only a day: the day begins, then what is known of customers,
 * then invoices, then payments. So an invoice sees the payments of earlier days, and none of its
 * own day or later.
 */
public record Timetable(ZoneId zone) {
  /** A fixed time of each day. */
  public enum Moment {
    DAY_OPENS(LocalTime.MIDNIGHT),
    CUSTOMER_KNOWN(LocalTime.of(0, 10)),
    INVOICE_ISSUED(LocalTime.of(8, 0)),
    PAYMENT_BOOKED(LocalTime.of(20, 0));

    private final LocalTime time;

    Moment(LocalTime time) {
      this.time = time;
    }
  }

  /** The instant; where clocks are put forward over it, as much later. */
  public Instant at(LocalDate day, Moment moment) {
    return day.atTime(moment.time).atZone(zone).toInstant();
  }

  /** The day of an instant. */
  public LocalDate dayOf(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
