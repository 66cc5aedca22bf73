package io.duecast.segment;

import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes in one line of an account. */
final class LineReading {
  private final SegmentFiles files;
  private final LabelPolicy policy;
  private final ZoneId zone;
  private final Judging judging;
  private final Departures departures;

  LineReading(SegmentFiles files, SegmentRules rules, LabelPolicy policy, ZoneId zone) {
    this.files = files;
    this.policy = policy;
    this.zone = zone;
    this.judging = new Judging(files);
    this.departures = new Departures(rules);
  }

  void read(ReceivableChanged line, @Nullable Integer risk, List<SegmentFinding> found) {
    LocalDate today = LocalDate.ofInstant(line.recordedAt(), zone);
    SegmentedCustomer customer = withMoney(files.customer(line.customer()), line, today);
    customer = risk == null ? customer : customer.assessed(risk);
    SegmentedInvoice invoice = invoice(customer, line);
    if (line.change() instanceof Change.Settled it
        && it.settlement().by() != SettledBy.CREDIT
        && invoice != null) {
      customer = paid(customer, invoice, it.settlement(), line, found);
      invoice = files.invoice(line.customer(), line.invoice());
    }
    if (invoice != null && line.after().status() == ReceivableStatus.WRITTEN_OFF) {
      if (!invoice.isJudged()) {
        customer = judging.count(customer, invoice, today, true, line.replayed());
      }
      files.forget(line.customer(), line.invoice());
    } else if (invoice != null && isOver(line)) {
      files.forget(line.customer(), line.invoice());
    } else if (invoice != null) {
      judging.keep(invoice);
    }
    LocalDate next = Judging.earlier(customer.lookOn(), today.plusDays(1));
    files.put(customer.lookingOn(next));
  }

  /** Withdrawn, or settled by credit: no way of paying shows in it. */
  private static boolean isOver(ReceivableChanged line) {
    return line.after().status() == ReceivableStatus.WITHDRAWN
        || (line.change() instanceof Change.Settled it && it.settlement().by() == SettledBy.CREDIT);
  }

  /** The invoice as it now stands; null if it is closed and was not known. */
  private @Nullable SegmentedInvoice invoice(SegmentedCustomer customer, ReceivableChanged line) {
    Standing now = line.after();
    boolean isPaid = now.status() == ReceivableStatus.SETTLED;
    SegmentedInvoice known = files.invoice(line.customer(), line.invoice());
    if (known == null) {
      boolean isNew = line.change() instanceof Change.Opened;
      if (!isNew && !now.isOpen()) {
        return null;
      }
      known =
          new SegmentedInvoice(
              line.customer(),
              line.invoice(),
              now.dueOn(),
              BigDecimal.ZERO,
              customer.segment(),
              isPaid,
              now.disputed(),
              !isNew,
              null,
              false);
    }
    BigDecimal owed =
        now.isOpen() ? of(now.balance(), customer).max(BigDecimal.ZERO) : BigDecimal.ZERO;
    SegmentedInvoice standing = known.standing(now.dueOn(), owed, isPaid, now.disputed());
    files.put(standing);
    return standing;
  }

  private SegmentedCustomer paid(
      SegmentedCustomer customer,
      SegmentedInvoice invoice,
      Settlement settlement,
      ReceivableChanged line,
      List<SegmentFinding> found) {
    LocalDate today = LocalDate.ofInstant(line.recordedAt(), zone);
    int days = settlement.daysPastDue();
    PeerTally peers = files.peers(customer.segment());
    Departures.Occasion now = new Departures.Occasion(today, line.recordedAt(), line.replayed());
    CustomerOutlier outlier = departures.of(customer, invoice, days, peers, now);
    SegmentedCustomer after = customer.paying(days);
    if (departures.isBeyond(customer, invoice, days)) {
      after = after.beyond(invoice.dueOn());
    } else if (Past.isUsual(customer.outcomes(), days)) {
      after = after.asUsual(invoice.dueOn());
    }
    if (outlier != null) {
      found.add(outlier);
      after = after.departing(today);
    }
    files.put(customer.segment(), peers.plus(days));
    if (!invoice.isJudged() && policy.isLate(days)) {
      after = judging.count(after, invoice, today, true, line.replayed());
      files.put(invoice.judged(null));
    }
    return after;
  }

  /** What was billed, and what was paid, as far as it is in the customer's currency. */
  private static SegmentedCustomer withMoney(
      SegmentedCustomer customer, ReceivableChanged line, LocalDate today) {
    SegmentedCustomer known = customer;
    Money payable = line.after().payable();
    if (payable != null && known.account().billed(today).signum() == 0) {
      known = known.in(payable.currency().getCurrencyCode());
    }
    BigDecimal billed = billed(line.after(), known).subtract(billed(line.before(), known));
    BigDecimal paid = paid(line.after(), known).subtract(paid(line.before(), known));
    if (billed.signum() != 0) {
      known = known.account(today, it -> it.billing(billed));
    }
    return paid.signum() == 0 ? known : known.account(today, it -> it.paying(paid));
  }

  private static BigDecimal billed(@Nullable Standing standing, SegmentedCustomer customer) {
    return standing == null || standing.status() == ReceivableStatus.WITHDRAWN
        ? BigDecimal.ZERO
        : of(standing.payable(), customer);
  }

  /** What was only said to be paid counts as paid. */
  private static BigDecimal paid(@Nullable Standing standing, SegmentedCustomer customer) {
    if (standing == null || standing.status() == ReceivableStatus.WITHDRAWN) {
      return BigDecimal.ZERO;
    }
    return standing.status() == ReceivableStatus.SETTLED
        ? of(standing.payable(), customer).subtract(of(standing.credited(), customer))
        : of(standing.paid(), customer);
  }

  private static BigDecimal of(@Nullable Money money, SegmentedCustomer customer) {
    return money == null || !money.currency().getCurrencyCode().equals(customer.currency())
        ? BigDecimal.ZERO
        : money.amount();
  }
}
