package io.duecast.feature;

import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Change;
import io.duecast.receivable.ContactMade;
import io.duecast.receivable.DiscountTerm;
import io.duecast.receivable.Invoice;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.OutcomeKind;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Settlement;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious twin of the features: it keeps every line of the account, and works each
 * feature out from all of them, as its meaning says.
 */
final class FeatureTwin {
  private record Paid(InvoiceId invoice, Settlement settlement, LocalDate issuedOn) {}

  private final FeatureInput in;
  private final Invoice invoice;
  private final LocalDate asOf;
  private final LabelPolicy policy;
  private final List<ReceivableChanged> changes = new ArrayList<>();
  private final List<ContactMade> contacts = new ArrayList<>();
  private final List<Invoice> issued = new ArrayList<>();
  private final Map<InvoiceId, Standing> standings = new LinkedHashMap<>();
  private final List<Paid> paid = new ArrayList<>();

  /**
   * @param account all lines that were known before the invoice
   * @param in its history is not looked at
   */
  FeatureTwin(List<AccountEntry> account, FeatureInput in) {
    this.in = in;
    this.invoice = in.invoice();
    this.asOf = in.asOf();
    this.policy = in.policy();
    for (AccountEntry entry : account) {
      switch (entry) {
        case ContactMade it -> contacts.add(it);
        case ReceivableChanged it -> read(it);
      }
    }
  }

  private void read(ReceivableChanged it) {
    changes.add(it);
    standings.put(it.invoice(), it.after());
    if (it.change() instanceof Change.Opened opened) {
      issued.add(opened.invoice());
    } else if (it.change() instanceof Change.Settled settled) {
      if (settled.settlement().by() != SettledBy.CREDIT) {
        paid.add(new Paid(it.invoice(), settled.settlement(), it.after().issuedOn()));
      }
    } else if (it.change() instanceof Change.Reopened) {
      paid.removeIf(known -> known.invoice().equals(it.invoice()));
    }
  }

  double number(Feature feature) {
    return switch (feature) {
      case AMOUNT_PAYABLE -> amount(invoice.payable());
      case TERM_DAYS -> days(invoice.issuedOn(), invoice.dueOn());
      case ISSUE_MONTH -> invoice.issuedOn().getMonthValue();
      case ISSUE_DAY -> invoice.issuedOn().getDayOfMonth();
      case ISSUE_WEEKDAY -> invoice.issuedOn().getDayOfWeek().getValue();
      case DUE_MONTH -> invoice.dueOn().getMonthValue();
      case DUE_DAY -> invoice.dueOn().getDayOfMonth();
      case DUE_WEEKDAY -> invoice.dueOn().getDayOfWeek().getValue();
      case DAYS_UNTIL_DUE -> days(asOf, invoice.dueOn());
      case DISCOUNT_PERCENT ->
          invoice.discountTerms().stream()
              .map(DiscountTerm::percent)
              .mapToDouble(BigDecimal::doubleValue)
              .max()
              .orElse(0);
      case INSTALMENTS -> invoice.instalments();
      case BATCH_POSITION -> issued(it -> it.issuedOn().equals(invoice.issuedOn()));
      case PRIOR_INVOICES -> issued.size();
      case TENURE_DAYS -> days(earliest(issued.stream().map(Invoice::issuedOn).toList()), asOf);
      case DAYS_SINCE_INVOICE ->
          days(latest(issued.stream().map(Invoice::issuedOn).toList()), asOf);
      case INVOICES_90 -> issued(it -> isLately(it.issuedOn()));
      case AMOUNT_TO_MEAN -> amount(invoice.payable()) / meanAmount();
      case TERM_TO_MEAN ->
          days(invoice.issuedOn(), invoice.dueOn())
              - mean(issued, it -> days(it.issuedOn(), it.dueOn()));
      case PRIOR_SETTLED -> paid.size();
      case PRIOR_LATE_RATIO -> mean(paid, this::late);
      case MEAN_DAYS_PAST_DUE -> mean(paid, FeatureTwin::daysPastDue);
      case SD_DAYS_PAST_DUE -> deviation();
      case LAST_DAYS_PAST_DUE -> mean(last(1), FeatureTwin::daysPastDue);
      case LATE_RATIO_5 -> mean(last(5), this::late);
      case LATE_RATIO_20 -> mean(last(20), this::late);
      case MEAN_DAYS_5 -> mean(last(5), FeatureTwin::daysPastDue);
      case MEAN_DAYS_20 -> mean(last(20), FeatureTwin::daysPastDue);
      case WEIGHTED_LATE_RATIO -> weightedLateRatio();
      case LATE_RATIO_90 -> mean(paidLately(), this::late);
      case WORST_DAYS_90 -> worstLately();
      case MEAN_DAYS_TO_PAY -> mean(paid, it -> days(it.issuedOn(), it.settlement().on()));
      case DAYS_SINCE_PAYMENT -> days(latest(paymentDays()), asOf);
      case PART_PAYMENTS ->
          changes(it -> it.change() instanceof Change.PartlyPaid && it.after().isOpen());
      case OPEN_INVOICES -> open().size();
      case OPEN_AMOUNT -> openAmount(open());
      case OPEN_DUE_SAME_DAY ->
          open().stream().filter(it -> it.dueOn().equals(invoice.dueOn())).count();
      case OVERDUE_INVOICES -> overdue(0).size();
      case OVERDUE_AMOUNT -> openAmount(overdue(0));
      case OVERDUE_SHARE -> ratio(overdue(0).size(), open().size());
      case OLDEST_OVERDUE_DAYS ->
          overdue(0).stream().mapToDouble(it -> days(it.dueOn(), asOf)).max().orElse(0);
      case KNOWN_LATE_RATIO -> {
        double unpaid = writtenOff() + overdue(policy.graceDays()).size();
        double latePaid = paid.stream().mapToDouble(this::late).sum();
        yield ratio(latePaid + unpaid, paid.size() + unpaid);
      }
      case OPEN_TO_LIMIT -> openToLimit();
      case WRITTEN_OFF -> writtenOff();
      case DISPUTES -> disputes();
      case DISPUTES_OPEN -> Math.max(0, disputes() - ended().size());
      case DISPUTE_SHARE -> ratio(disputes(), issued.size());
      case DISPUTE_DAYS -> mean(ended(), Change.DisputeEnded::cycleDays);
      case PROMISES -> changes(it -> it.change() instanceof Change.Promised);
      case PROMISE_KEPT_RATIO -> {
        double kept = changes(it -> it.change() instanceof Change.PromiseKept);
        double broken = changes(it -> it.change() instanceof Change.PromiseBroken);
        yield ratio(kept, kept + broken);
      }
      case DAYS_SINCE_PROMISE -> days(latest(promiseDays()), asOf);
      case CONTACTS -> contacts.size();
      case FAILED_CONTACT_RATIO -> mean(contacts, FeatureTwin::failed);
      case DAYS_SINCE_CONTACT ->
          days(latest(contacts.stream().map(ContactMade::on).toList()), asOf);
      case DAYS_SINCE_REGISTRATION -> days(in.profile().registeredOn(), asOf);
      case DIRECT_DEBIT -> {
        Boolean mandate = in.profile().directDebitMandate();
        yield mandate == null ? Double.NaN : mandate ? 1 : 0;
      }
      case DOCUMENT_TYPE,
          CURRENCY,
          PAYMENT_MEANS,
          SELLER_ENTITY,
          DELIVERY_CHANNEL,
          PARTY_TYPE,
          COUNTRY,
          INDUSTRY,
          SIZE_CLASS,
          SEGMENT,
          RATING,
          PREFERRED_MEANS ->
          Double.NaN;
    };
  }

  private static double amount(@Nullable Money money) {
    return money == null ? Double.NaN : money.amount().doubleValue();
  }

  private double issued(Predicate<Invoice> which) {
    return issued.stream().filter(which).count();
  }

  private double changes(Predicate<ReceivableChanged> which) {
    return changes.stream().filter(which).count();
  }

  /** In the 90 days that end today. */
  private boolean isLately(LocalDate day) {
    long ago = ChronoUnit.DAYS.between(day, asOf);
    return ago >= 0 && ago < 90;
  }

  private double meanAmount() {
    Money payable = invoice.payable();
    List<Invoice> alike =
        issued.stream()
            .filter(it -> it.payable() != null && payable != null)
            .filter(it -> sameCurrency(it.payable(), payable))
            .toList();
    return mean(alike, it -> amount(it.payable()));
  }

  private static boolean sameCurrency(@Nullable Money a, @Nullable Money b) {
    return a != null && b != null && a.currency().equals(b.currency());
  }

  private static double daysPastDue(Paid it) {
    return it.settlement().daysPastDue();
  }

  private double late(Paid it) {
    return it.settlement().daysPastDue() > policy.graceDays() ? 1 : 0;
  }

  private List<Paid> last(int count) {
    return paid.subList(Math.max(0, paid.size() - count), paid.size());
  }

  private List<Paid> paidLately() {
    return paid.stream().filter(it -> isLately(it.settlement().on())).toList();
  }

  private double deviation() {
    double mean = mean(paid, FeatureTwin::daysPastDue);
    double squares = 0;
    for (Paid it : paid) {
      squares += (daysPastDue(it) - mean) * (daysPastDue(it) - mean);
    }
    return paid.size() < 2 ? Double.NaN : Math.sqrt(squares / (paid.size() - 1));
  }

  private double weightedLateRatio() {
    double late = 0;
    double all = 0;
    List<Paid> last = last(20);
    for (int ago = 0; ago < last.size(); ago++) {
      double weight = Math.pow(0.8, ago);
      late += weight * late(last.get(last.size() - 1 - ago));
      all += weight;
    }
    return ratio(late, all);
  }

  /** Day by day: the worst of what was settled on it since none was left of it. */
  private double worstLately() {
    Map<LocalDate, List<Double>> worst = new LinkedHashMap<>();
    Map<LocalDate, Integer> left = new LinkedHashMap<>();
    for (ReceivableChanged it : changes) {
      Settlement came = it.change() instanceof Change.Settled s ? s.settlement() : null;
      Settlement went = it.change() instanceof Change.Reopened r ? r.undone() : null;
      if (came != null && came.by() != SettledBy.CREDIT) {
        left.merge(came.on(), 1, Integer::sum);
        worst.computeIfAbsent(came.on(), on -> new ArrayList<>()).add(0.0 + came.daysPastDue());
      } else if (went != null && went.by() != SettledBy.CREDIT) {
        if (left.merge(went.on(), -1, Integer::sum) == 0) {
          worst.remove(went.on());
        }
      }
    }
    return worst.entrySet().stream()
        .filter(it -> isLately(it.getKey()))
        .flatMap(it -> it.getValue().stream())
        .mapToDouble(it -> it)
        .max()
        .orElse(Double.NaN);
  }

  private List<LocalDate> paymentDays() {
    List<LocalDate> days = new ArrayList<>();
    for (ReceivableChanged it : changes) {
      if (it.change() instanceof Change.PartlyPaid paidPart) {
        days.add(paidPart.on());
      } else if (it.change() instanceof Change.Recovered recovered) {
        days.add(recovered.on());
      } else if (it.change() instanceof Change.Settled settled
          && settled.settlement().by() != SettledBy.CREDIT) {
        days.add(settled.settlement().on());
      }
    }
    return days;
  }

  private List<LocalDate> promiseDays() {
    List<LocalDate> days = new ArrayList<>();
    for (ReceivableChanged it : changes) {
      if (it.change() instanceof Change.Promised promised) {
        days.add(promised.on());
      }
    }
    return days;
  }

  private List<Standing> open() {
    return standings.values().stream().filter(Standing::isOpen).toList();
  }

  private List<Standing> overdue(int graceDays) {
    return open().stream().filter(it -> it.dueOn().plusDays(graceDays).isBefore(asOf)).toList();
  }

  private double openAmount(List<Standing> of) {
    Money payable = invoice.payable();
    if (payable == null) {
      return Double.NaN;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Standing it : of) {
      Money balance = it.balance();
      if (balance != null && sameCurrency(balance, payable) && balance.isPositive()) {
        sum = sum.add(balance.amount());
      }
    }
    return sum.doubleValue();
  }

  private double openToLimit() {
    Money limit = in.profile().creditLimit();
    return sameCurrency(limit, invoice.payable())
        ? ratio(openAmount(open()) + amount(invoice.payable()), amount(limit))
        : Double.NaN;
  }

  private double writtenOff() {
    return standings.values().stream()
        .filter(it -> it.status() == ReceivableStatus.WRITTEN_OFF)
        .count();
  }

  private double disputes() {
    return changes(it -> it.change() instanceof Change.Disputed);
  }

  private List<Change.DisputeEnded> ended() {
    return changes.stream()
        .map(ReceivableChanged::change)
        .filter(Change.DisputeEnded.class::isInstance)
        .map(Change.DisputeEnded.class::cast)
        .toList();
  }

  private static double failed(ContactMade it) {
    boolean failed =
        it.outcome() == OutcomeKind.NO_ANSWER || it.outcome() == OutcomeKind.WRONG_CONTACT;
    return failed ? 1 : 0;
  }

  private static double days(@Nullable LocalDate from, LocalDate to) {
    return from == null ? Double.NaN : ChronoUnit.DAYS.between(from, to);
  }

  private static @Nullable LocalDate earliest(List<LocalDate> days) {
    return days.stream().min(LocalDate::compareTo).orElse(null);
  }

  private static @Nullable LocalDate latest(List<LocalDate> days) {
    return days.stream().max(LocalDate::compareTo).orElse(null);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? Double.NaN : part / whole;
  }

  private static <T> double mean(List<T> of, ToDoubleFunction<T> value) {
    double sum = 0;
    for (T it : of) {
      sum += value.applyAsDouble(it);
    }
    return ratio(sum, of.size());
  }
}
