package io.duecast.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.outcome.LabelPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One look at one customer, as a day begins. */
final class CustomerLook {
  private final SegmentFiles files;
  private final SegmentRules rules;
  private final LabelPolicy policy;
  private final Judging judging;
  private final Departures departures;
  private final Measuring measuring;
  private final Moves moves;

  CustomerLook(SegmentFiles files, SegmentRules rules, LabelPolicy policy) {
    this.files = files;
    this.rules = rules;
    this.policy = policy;
    this.judging = new Judging(files);
    this.departures = new Departures(rules);
    this.measuring = new Measuring(rules, policy.graceDays());
    this.moves = new Moves(rules);
  }

  void at(SegmentedCustomer known, DayOpened day, Instant at, List<SegmentFinding> found) {
    SegmentedCustomer customer = known;
    Departures.Occasion now = new Departures.Occasion(day.date(), at, day.replayed());
    for (SegmentedInvoice each : files.invoices(customer.id())) {
      SegmentedInvoice invoice = each;
      if (!invoice.isJudged() && policy.isLate(invoice.daysPastDue(day.date()))) {
        boolean isLate = !invoice.isPaid();
        boolean isCensored = isLate && invoice.isDisputed();
        customer =
            isCensored
                ? customer
                : judging.count(customer, invoice, day.date(), isLate, day.replayed());
        invoice = invoice.judged(isLate && !isCensored ? day.date() : null);
        judging.keep(invoice);
      }
      customer = departing(customer, invoice, now, found);
    }
    List<SegmentedInvoice> left = files.invoices(customer.id());
    Measured measured = measuring.of(customer, left, day.date());
    CustomerSegmented told = moves.after(customer, measured, day, at);
    if (told != null) {
      found.add(told);
      customer = customer.telling(told);
    }
    files.put(customer.lookingOn(next(customer, left, day.date())));
  }

  private SegmentedCustomer departing(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      Departures.Occasion now,
      List<SegmentFinding> found) {
    if (invoice.isPaid() || invoice.isDisputed()) {
      return customer;
    }
    int daysPastDue = invoice.daysPastDue(now.on());
    if (!departures.isBeyond(customer, invoice, daysPastDue)) {
      return customer;
    }
    CustomerOutlier outlier = departures.of(customer, invoice, daysPastDue, null, now);
    files.put(invoice.flagged());
    SegmentedCustomer after = customer.beyond(invoice.dueOn());
    if (outlier == null) {
      return after;
    }
    found.add(outlier);
    return after.departing(now.on());
  }

  /**
   * When an invoice comes due, becomes later than any before it, or is so for a long time; when it
   * may move again; and when the next month begins, for what is older weighs less then. Never, if
   * nothing is known of it that could change.
   */
  private @Nullable LocalDate next(
      SegmentedCustomer customer, List<SegmentedInvoice> invoices, LocalDate today) {
    CustomerSegmented told = customer.told();
    boolean isAtRest = told != null && today.isAfter(told.on().plusDays(rules.stayDays()));
    if (isAtRest && invoices.isEmpty() && customer.account().upTo(today).isEmpty()) {
      return null;
    }
    Integer limit = Past.limit(customer.outcomes());
    LocalDate next = today.withDayOfMonth(1).plusMonths(1);
    if (told != null) {
      next = earliest(next, told.since().plusDays(rules.stayDays()), today);
      next = earliest(next, told.on().plusDays(rules.stayDays()), today);
    }
    for (SegmentedInvoice each : invoices) {
      next = earliest(next, each.dueOn().plusDays(SegmentRules.LONG_DAYS + 1L), today);
      if (!each.isJudged()) {
        next = earliest(next, each.dueOn().plusDays(policy.graceDays() + 1L), today);
      }
      if (limit != null && !each.isPaid() && !each.isFlagged()) {
        next = earliest(next, each.dueOn().plusDays(limit + 1L), today);
      }
    }
    return next;
  }

  private static LocalDate earliest(LocalDate next, LocalDate day, LocalDate today) {
    return day.isAfter(today) && day.isBefore(next) ? day : next;
  }
}
