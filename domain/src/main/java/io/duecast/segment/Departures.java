package io.duecast.segment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says when a customer departs from its own past, or from its peers. */
final class Departures {
  /** A customer is told of once in so many days. */
  static final int QUIET_DAYS = 30;

  /** Two invoices that are too late tell of a customer if they were due so many days apart. */
  private static final int APART_DAYS = 5;

  private static final int TOGETHER_DAYS = 90;

  private static final int LATELY = 4;
  private static final int AMONG_PEERS = 5;
  private static final int BEYOND_PEERS = 5;

  private final SegmentRules rules;

  Departures(SegmentRules rules) {
    this.rules = rules;
  }

  /** When and where it shows. */
  record Occasion(LocalDate on, Instant at, boolean replayed) {}

  /** Whether an invoice is later than the customer's own past allows, and was not before. */
  boolean isBeyond(SegmentedCustomer customer, SegmentedInvoice invoice, int daysPastDue) {
    Integer limit = Past.limit(customer.outcomes());
    return limit != null && daysPastDue > limit && !invoice.isFlagged();
  }

  /**
   * Of an invoice that was paid, or is open for so long.
   *
   * @param customer before this payment
   * @param peers those in its segment; null for an invoice that is open, which is held against the
   *     customer's own past alone
   */
  @Nullable CustomerOutlier of(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      int daysPastDue,
      @Nullable PeerTally peers,
      Occasion occasion) {
    LocalDate last = customer.departedOn();
    boolean isQuiet =
        last != null
            && !occasion.on().isBefore(last)
            && occasion.on().isBefore(last.plusDays(QUIET_DAYS));
    if (isQuiet) {
      return null;
    }
    List<Integer> past = customer.outcomes();
    Integer limit = Past.limit(past);
    if (limit != null
        && isBeyond(customer, invoice, daysPastDue)
        && isSecond(customer, invoice.dueOn())) {
      SegmentReason usual = SegmentReason.of(SegmentMeasure.USUAL_DAYS_PAST_DUE, Past.middle(past));
      SegmentReason its =
          new SegmentReason(SegmentMeasure.DAYS_PAST_DUE, daysPastDue, (long) limit);
      return outlier(customer, invoice, OutlierKind.OWN_PAST, List.of(its, usual), occasion);
    }
    if (peers == null) {
      return null;
    }
    CustomerOutlier lately = lately(customer, invoice, daysPastDue, occasion);
    return lately == null ? beside(customer, invoice, daysPastDue, peers, occasion) : lately;
  }

  /**
   * One late invoice may have its own reason; two that were due on different days have the same.
   */
  private static boolean isSecond(SegmentedCustomer customer, LocalDate dueOn) {
    return customer.beyond().stream()
        .mapToLong(it -> Math.abs(ChronoUnit.DAYS.between(it, dueOn)))
        .anyMatch(apart -> apart >= APART_DAYS && apart <= TOGETHER_DAYS);
  }

  private @Nullable CustomerOutlier lately(
      SegmentedCustomer customer, SegmentedInvoice invoice, int daysPastDue, Occasion occasion) {
    List<Integer> all = customer.outcomes();
    int cut = Math.max(0, all.size() - (LATELY - 1));
    List<Integer> before = all.subList(0, cut);
    Integer limit = Past.limitLately(before);
    int least = Math.min(daysPastDue, min(all.subList(cut, all.size())));
    if (limit == null || least <= limit) {
      return null;
    }
    return outlier(
        customer,
        invoice,
        OutlierKind.OWN_PAST_LATELY,
        List.of(
            new SegmentReason(SegmentMeasure.LATEST_DAYS_PAST_DUE, least, (long) limit),
            SegmentReason.of(SegmentMeasure.USUAL_DAYS_PAST_DUE, Past.middle(before))),
        occasion);
  }

  private @Nullable CustomerOutlier beside(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      int daysPastDue,
      PeerTally peers,
      Occasion occasion) {
    List<Integer> all = customer.paying(daysPastDue).outcomes();
    Integer limit = peers.limit();
    if (limit == null || all.size() < AMONG_PEERS) {
      return null;
    }
    int middle = Past.middle(all.subList(all.size() - AMONG_PEERS, all.size()));
    if (middle <= limit + BEYOND_PEERS) {
      return null;
    }
    return outlier(
        customer,
        invoice,
        OutlierKind.PEERS,
        List.of(
            new SegmentReason(
                SegmentMeasure.LATEST_DAYS_PAST_DUE, middle, (long) limit + BEYOND_PEERS),
            SegmentReason.of(SegmentMeasure.PEERS_DAYS_PAST_DUE, limit)),
        occasion);
  }

  private CustomerOutlier outlier(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      OutlierKind kind,
      List<SegmentReason> reasons,
      Occasion occasion) {
    return new CustomerOutlier(
        customer.id(),
        invoice.id(),
        kind,
        occasion.on(),
        customer.segment(),
        reasons,
        rules.version(),
        occasion.at(),
        occasion.replayed());
  }

  private static int min(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).min().orElse(Integer.MAX_VALUE);
  }
}
