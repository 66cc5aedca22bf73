package io.duecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.Money;
import io.duecast.receivable.CreditAllocation;
import io.duecast.receivable.CreditApplied;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InvoiceAmended;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.PaymentAllocation;
import io.duecast.receivable.PaymentId;
import io.duecast.receivable.PaymentReceived;
import io.duecast.receivable.PaymentSettled;
import io.duecast.receivable.PaymentStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plain sum over the facts, against what the economy itself holds. */
class ConservationTest {
  private final Map<InvoiceId, Money> open = new HashMap<>();
  private final Map<InvoiceId, Long> versions = new HashMap<>();
  private final Map<InvoiceId, Money> payable = new HashMap<>();
  private final Map<PaymentId, PaymentReceived> payments = new HashMap<>();
  private final Map<InvoiceId, PaymentSettled> closed = new HashMap<>();

  @Test
  void whatIsOpenIsWhatThePaymentsCreditsAndWriteOffsLeaveToTheCent() {
    EconomySettings settings = Examples.calm().withDays(500);
    List<Fact> facts = Examples.factsAsRecorded(settings);
    facts.forEach(this::add);
    payments.values().forEach(this::apply);

    long end = settings.lastDay().toEpochDay() + 1;
    List<InvoiceLife> lives = Truth.of(settings).lives(end, false).toList();
    int compared = 0;
    int overpaid = 0;
    for (InvoiceLife life : lives) {
      Money left = open.get(life.id);
      boolean settledOnly = life.buyer.master().settledOnly();
      if (settledOnly) {
        boolean byCash = life.isSettled() && !life.isWithdrawn();
        assertThat(closed.containsKey(life.id)).as("closed %s", life.id).isEqualTo(byCash);
      } else {
        Money expected = Scribe.money(life.tally().open(), life.bill.currency());
        assertThat(left).as("%s", life.id).isEqualTo(expected);
        compared++;
        overpaid += life.tally().open() < 0 ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(8_000);
    assertThat(overpaid).isPositive();
  }

  private void add(Fact fact) {
    if (fact instanceof InvoiceIssued issued && issued.payable() != null) {
      Money prepaid = issued.prepaid();
      Money all = issued.payable();
      payable.put(issued.invoice(), all);
      take(issued.invoice(), prepaid == null ? all : all.minus(prepaid));
    } else if (fact instanceof InvoiceAmended amended) {
      amend(amended);
    } else if (fact instanceof CreditApplied credit) {
      for (CreditAllocation allocation : credit.allocations()) {
        take(allocation.invoice(), allocation.amount().negated());
      }
    } else if (fact instanceof PaymentReceived payment) {
      payments.put(payment.payment(), payment);
    } else if (fact instanceof PaymentSettled settled) {
      closed.put(settled.invoice(), settled);
    }
  }

  private void amend(InvoiceAmended amended) {
    InvoiceId id = amended.invoice();
    Money now = amended.after() == null ? null : amended.after().payable();
    Money before = payable.get(id);
    if (amended.version() > versions.getOrDefault(id, 1L) && now != null && before != null) {
      versions.put(id, amended.version());
      take(id, now.minus(before));
      payable.put(id, now);
    }
  }

  private void apply(PaymentReceived payment) {
    if (payment.status() != PaymentStatus.BOOKED) {
      return;
    }
    for (PaymentAllocation part : payment.allocations()) {
      Money cash = part.amount();
      take(part.invoice(), (payment.rate() == null ? cash : cash.at(payment.rate())).negated());
      subtract(part.invoice(), part.discountTaken());
      subtract(part.invoice(), part.writtenOff());
    }
  }

  private void subtract(InvoiceId invoice, @Nullable Money amount) {
    if (amount != null) {
      take(invoice, amount.negated());
    }
  }

  private void take(InvoiceId invoice, Money change) {
    open.merge(invoice, change, Money::plus);
  }
}
