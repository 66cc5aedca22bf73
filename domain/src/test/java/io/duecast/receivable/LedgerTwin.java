package io.duecast.receivable;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.money.ExchangeRate;
import io.duecast.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious twin of the ledger: it keeps every accepted fact, and works out from all of
 * them what an invoice comes to.
 */
final class LedgerTwin {
  private final List<Fact> facts = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();

  void accepted(Fact fact) {
    if (seen.add(fact.envelope().eventId()) || !(fact instanceof CreditApplied)) {
      facts.add(fact);
    }
  }

  void compare(Receivable is) {
    InvoiceIssued issued = issued(is.id());
    assertThat(is.invoice() != null).as("invoice %s is known", is.id()).isEqualTo(issued != null);
    if (issued == null) {
      return;
    }
    Terms terms = termsOf(issued);
    assertThat(is.dueOn()).as("%s is due", is.id()).isEqualTo(terms.dueOn);
    assertThat(is.payable()).as("payable of %s", is.id()).isEqualTo(terms.payable);
    if (terms.payable == null) {
      assertThat(is.balance()).isNull();
      return;
    }
    BigDecimal cash = BigDecimal.ZERO;
    BigDecimal relief = BigDecimal.ZERO;
    for (PaymentReceived payment : paymentsNow()) {
      BigDecimal paid = BigDecimal.ZERO;
      BigDecimal granted = BigDecimal.ZERO;
      if (payment.status() == PaymentStatus.BOOKED && !leftOut(payment, terms.payable)) {
        for (PaymentAllocation part : payment.allocations()) {
          if (part.invoice().equals(is.id())) {
            paid = paid.add(part.amount().amount());
            granted = granted.add(amount(part.discountTaken())).add(amount(part.writtenOff()));
          }
        }
      }
      cash = cash.add(in(terms.payable, payment, paid));
      relief = relief.add(in(terms.payable, payment, paid.add(granted)));
    }
    Money prepaid = issued.prepaid();
    if (prepaid != null && issued.payable() != null) {
      cash = cash.add(prepaid.amount());
      relief = relief.add(prepaid.amount());
    }
    BigDecimal credit = credited(is.id(), terms.payable);
    assertThat(requireNonNull(is.total(PostingKind.CASH)).amount())
        .as("cash for %s", is.id())
        .isEqualByComparingTo(cash);
    assertThat(requireNonNull(is.total(PostingKind.CREDIT)).amount())
        .as("credit for %s", is.id())
        .isEqualByComparingTo(credit);
    BigDecimal left = terms.payable.amount().subtract(relief).subtract(credit);
    boolean byWord = is.declaredSettledOn() != null && is.closing() != Closing.WITHDRAWN;
    assertThat(requireNonNull(is.balance()).amount())
        .as("balance of %s", is.id())
        .isEqualByComparingTo(byWord ? left.min(BigDecimal.ZERO) : left);
    boolean nothingLeft = left.signum() <= 0 && relief.add(credit).signum() > 0;
    if (is.closing() == Closing.NONE) {
      assertThat(is.status() == ReceivableStatus.SETTLED)
          .as("%s is settled", is.id())
          .isEqualTo(nothingLeft || byWord);
    }
  }

  private @Nullable InvoiceIssued issued(InvoiceId id) {
    for (Fact fact : facts) {
      if (fact instanceof InvoiceIssued it
          && it.documentType() != DocumentType.CREDIT_NOTE
          && it.invoice().equals(id)) {
        return it;
      }
    }
    return null;
  }

  private static final class Terms {
    java.time.LocalDate dueOn;
    @Nullable Money payable;

    Terms(InvoiceIssued issued) {
      dueOn = issued.dueDate();
      payable = issued.payable();
    }
  }

  /** Those that came before the invoice by version, the others as they came unless stale. */
  private Terms termsOf(InvoiceIssued issued) {
    Terms terms = new Terms(issued);
    List<InvoiceAmended> before = new ArrayList<>();
    List<InvoiceAmended> after = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof InvoiceAmended it && it.invoice().equals(issued.invoice())) {
        (facts.indexOf(it) < facts.indexOf(issued) ? before : after).add(it);
      }
    }
    before.sort(Comparator.comparingLong(InvoiceAmended::version));
    before.addAll(after);
    long version = 0;
    for (InvoiceAmended amendment : before) {
      InvoiceTerms next = amendment.after();
      if (amendment.version() > version && !misfit(next, terms.payable)) {
        version = amendment.version();
        if (next != null && next.payable() != null) {
          terms.payable = next.payable();
        }
        if (next != null && next.dueOn() != null) {
          terms.dueOn = next.dueOn();
        } else if (next != null && next.termDays() != null) {
          terms.dueOn = issued.issuedOn().plusDays(next.termDays());
        }
      }
    }
    return terms;
  }

  private static boolean misfit(@Nullable InvoiceTerms next, @Nullable Money payable) {
    return next != null
        && next.payable() != null
        && payable != null
        && !next.payable().currency().equals(payable.currency());
  }

  /** The latest word on each payment; of one moment, the one that is further along. */
  private List<PaymentReceived> paymentsNow() {
    List<PaymentReceived> now = new ArrayList<>();
    for (Fact fact : facts) {
      if (fact instanceof PaymentReceived it) {
        PaymentReceived known =
            now.stream().filter(p -> p.payment().equals(it.payment())).findAny().orElse(null);
        if (known == null) {
          now.add(it);
        } else if (isLater(it, known)) {
          now.set(now.indexOf(known), it);
        }
      }
    }
    return now;
  }

  private static boolean isLater(PaymentReceived it, PaymentReceived known) {
    int byTime = it.envelope().recordedAt().compareTo(known.envelope().recordedAt());
    return byTime > 0 || (byTime == 0 && progress(it) > progress(known));
  }

  private static int progress(PaymentReceived payment) {
    return switch (payment.status()) {
      case UNKNOWN, PENDING -> 0;
      case BOOKED -> 1;
      case REVERSED, RETURNED, CHARGEBACK, FAILED -> 2;
    };
  }

  private static boolean leftOut(PaymentReceived payment, Money payable) {
    return !fits(payment.amount(), payment.rate(), payable);
  }

  private static boolean fits(Money amount, @Nullable ExchangeRate rate, Money payable) {
    return amount.currency().equals(payable.currency())
        || (rate != null && rate.to().equals(payable.currency()));
  }

  private static BigDecimal in(Money payable, PaymentReceived payment, BigDecimal amount) {
    ExchangeRate rate = payment.rate();
    return payment.amount().currency().equals(payable.currency()) || rate == null
        ? amount
        : amount.multiply(rate.rate()).setScale(2, RoundingMode.HALF_EVEN);
  }

  /** The last word of each credit note on the invoice; one in another currency is left out. */
  private BigDecimal credited(InvoiceId id, Money payable) {
    java.util.Map<String, BigDecimal> credits = new java.util.HashMap<>();
    for (Fact fact : facts) {
      if (fact instanceof CreditApplied it) {
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (CreditAllocation part : it.allocations()) {
          if (part.invoice().equals(id)) {
            any = true;
            boolean fits = fits(part.amount(), null, payable);
            sum = fits ? sum.add(part.amount().amount()) : sum;
          }
        }
        if (any) {
          credits.put(it.creditNote().value(), sum);
        }
      }
      if (fact instanceof InvoiceIssued it
          && it.documentType() == DocumentType.CREDIT_NOTE
          && it.precedingInvoices().equals(List.of(id))
          && it.payable() != null) {
        boolean fits = fits(it.payable(), null, payable);
        credits.put(it.invoice().value(), fits ? it.payable().amount() : BigDecimal.ZERO);
      }
    }
    return credits.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal amount(@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.amount();
  }
}
