package io.duecast.segment;

import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.ReceivableStatus;
import io.duecast.receivable.SettledBy;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The slow, obvious twin of the desk, as to segments: it forgets nothing, and looks at everybody on
 * every day.
 */
final class NaiveSegments {
  private static final SegmentRules RULES = SegmentRules.DEFAULT;
  private static final LabelPolicy POLICY = LabelPolicy.DEFAULT;

  private final Map<CustomerId, Life> lives = new TreeMap<>();
  private final Moves moves = new Moves(RULES);

  private record Sum(LocalDate on, BigDecimal amount) {}

  private record Judged(LocalDate on, boolean isLate) {}

  private static final class Item {
    Standing standing;
    boolean isJudged;
    @Nullable LocalDate lateOn;

    Item(Standing standing) {
      this.standing = standing;
    }
  }

  private static final class Life {
    final Map<InvoiceId, Item> items = new HashMap<>();
    final List<Sum> billed = new ArrayList<>();
    final List<Sum> paid = new ArrayList<>();
    final List<Judged> judged = new ArrayList<>();
    final List<Integer> risks = new ArrayList<>();
    @Nullable String currency;
    @Nullable CustomerSegmented told;
    int judgedWhenMoved;
  }

  void hear(ReceivableChanged line, @Nullable Integer risk) {
    Life life = lives.computeIfAbsent(line.customer(), it -> new Life());
    LocalDate today = LocalDate.ofInstant(line.recordedAt(), ZoneOffset.UTC);
    Money payable = line.after().payable();
    if (payable != null && inYear(life.billed, today).signum() == 0) {
      life.currency = payable.currency().getCurrencyCode();
    }
    life.billed.add(
        new Sum(today, billed(life, line.after()).subtract(billed(life, line.before()))));
    life.paid.add(new Sum(today, paid(life, line.after()).subtract(paid(life, line.before()))));
    if (risk != null) {
      life.risks.add(risk);
    }
    Item item = life.items.get(line.invoice());
    if (item == null) {
      boolean isNew = line.change() instanceof Change.Opened;
      if (!isNew && !line.after().isOpen()) {
        return;
      }
      item = new Item(line.after());
      item.isJudged = !isNew;
      life.items.put(line.invoice(), item);
    }
    item.standing = line.after();
    boolean byCredit = false;
    if (line.change() instanceof Change.Settled it) {
      byCredit = it.settlement().by() == SettledBy.CREDIT;
      if (!byCredit && !item.isJudged && POLICY.isLate(it.settlement().daysPastDue())) {
        item.isJudged = true;
        life.judged.add(new Judged(today, true));
      }
    }
    ReceivableStatus status = line.after().status();
    if (status == ReceivableStatus.WRITTEN_OFF && !item.isJudged) {
      life.judged.add(new Judged(today, true));
    }
    if (byCredit
        || status == ReceivableStatus.WRITTEN_OFF
        || status == ReceivableStatus.WITHDRAWN
        || (status == ReceivableStatus.SETTLED && item.isJudged)) {
      life.items.remove(line.invoice());
    }
  }

  List<CustomerSegmented> open(DayOpened day, Instant at) {
    List<CustomerSegmented> all = new ArrayList<>();
    lives.forEach(
        (customer, life) -> {
          judge(life, day.date());
          SegmentedCustomer known =
              new SegmentedCustomer(
                  customer,
                  life.currency,
                  MonthsOfAccount.NONE,
                  List.of(),
                  List.of(),
                  List.of(),
                  life.judged.size() - life.judgedWhenMoved,
                  life.told,
                  null,
                  null);
          CustomerSegmented told = moves.after(known, measured(life, day.date()), day, at);
          if (told != null) {
            life.judgedWhenMoved = told.isMove() ? life.judged.size() : life.judgedWhenMoved;
            life.told = told;
            all.add(told);
          }
        });
    return all;
  }

  private static void judge(Life life, LocalDate today) {
    for (Iterator<Item> it = life.items.values().iterator(); it.hasNext(); ) {
      Item item = it.next();
      if (!item.isJudged && POLICY.isLate(daysPastDue(item, today))) {
        item.isJudged = true;
        if (item.standing.status() == ReceivableStatus.SETTLED) {
          life.judged.add(new Judged(today, false));
          it.remove();
        } else if (!item.standing.disputed()) {
          life.judged.add(new Judged(today, true));
          item.lateOn = today;
        }
      }
    }
  }

  private static int daysPastDue(Item item, LocalDate today) {
    return (int) ChronoUnit.DAYS.between(item.standing.dueOn(), today);
  }

  private static Measured measured(Life life, LocalDate today) {
    long judged = 0;
    long late = 0;
    long weight = 0;
    long weightLate = 0;
    int[] counts = new int[4];
    for (Judged each : life.judged) {
      int age = months(each.on(), today);
      if (age < 13) {
        int its = MonthsOfAccount.weight(each.on(), today);
        judged++;
        late += each.isLate() ? 1 : 0;
        weight += its;
        weightLate += each.isLate() ? its : 0;
        counts[age < 3 ? 0 : 2]++;
        counts[age < 3 ? 1 : 3] += each.isLate() ? 1 : 0;
      }
    }
    BigDecimal open = BigDecimal.ZERO;
    BigDecimal overdue = BigDecimal.ZERO;
    BigDecimal longOverdue = BigDecimal.ZERO;
    for (Item item : life.items.values()) {
      if (item.standing.isOpen()) {
        BigDecimal owed = in(life, item.standing.balance()).max(BigDecimal.ZERO);
        open = open.add(owed);
        overdue = daysPastDue(item, today) > POLICY.graceDays() ? overdue.add(owed) : overdue;
        longOverdue = daysPastDue(item, today) > 60 ? longOverdue.add(owed) : longOverdue;
        if (item.lateOn != null) {
          int missing = 1000 - MonthsOfAccount.weight(item.lateOn, today);
          weight += missing;
          weightLate += missing;
        }
      }
    }
    List<Integer> latest =
        life.risks.subList(Math.max(0, life.risks.size() - 10), life.risks.size());
    long sum = latest.stream().mapToLong(Integer::longValue).sum();
    long mean = latest.isEmpty() ? 0 : (sum + latest.size() / 2) / latest.size();
    long prior = latest.isEmpty() ? 0 : 5;
    long all = prior * 1000 + weight;
    return new Measured(
        (int) judged,
        (int) late,
        (int) mean,
        all == 0 ? 0 : (int) (((prior * mean + weightLate) * 1000 + all / 2) / all),
        open,
        share(overdue, open),
        share(longOverdue, open),
        change(counts),
        inYear(life.billed, today),
        paidAMonth(life, today));
  }

  private static int change(int[] counts) {
    if (counts[0] < 5 || counts[2] < 5) {
      return 0;
    }
    double all = (counts[1] + counts[3] + 1.0) / (counts[0] + counts[2] + 2.0);
    double error = Math.sqrt(all * (1 - all) * (1.0 / counts[0] + 1.0 / counts[2]));
    double difference = (double) counts[1] / counts[0] - (double) counts[3] / counts[2];
    return (int) Math.round(1000 * difference / error);
  }

  private static BigDecimal paidAMonth(Life life, LocalDate today) {
    TreeMap<YearMonth, BigDecimal> months = new TreeMap<>();
    for (Sum each : life.paid) {
      if (months(each.on(), today) < 13) {
        months.merge(YearMonth.from(each.on()), each.amount(), BigDecimal::add);
      }
    }
    BigDecimal sum = months.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    months.values().removeIf(it -> it.signum() <= 0);
    if (months.isEmpty()) {
      return BigDecimal.ZERO;
    }
    int since = Math.max(1, months(months.firstKey().atDay(1), today) + 1);
    return sum.max(BigDecimal.ZERO).divide(BigDecimal.valueOf(since), 2, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal inYear(List<Sum> sums, LocalDate today) {
    return sums.stream()
        .filter(it -> months(it.on(), today) < 13)
        .map(Sum::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static int months(LocalDate from, LocalDate to) {
    return (int) YearMonth.from(from).until(YearMonth.from(to), ChronoUnit.MONTHS);
  }

  private static int share(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? 0
        : part.multiply(new BigDecimal(1000))
            .divide(whole, 0, RoundingMode.HALF_EVEN)
            .intValueExact();
  }

  private static BigDecimal billed(Life life, @Nullable Standing standing) {
    return standing == null || standing.status() == ReceivableStatus.WITHDRAWN
        ? BigDecimal.ZERO
        : in(life, standing.payable());
  }

  private static BigDecimal paid(Life life, @Nullable Standing standing) {
    if (standing == null || standing.status() == ReceivableStatus.WITHDRAWN) {
      return BigDecimal.ZERO;
    }
    return standing.status() == ReceivableStatus.SETTLED
        ? in(life, standing.payable()).subtract(in(life, standing.credited()))
        : in(life, standing.paid());
  }

  private static BigDecimal in(Life life, @Nullable Money money) {
    return money == null || !money.currency().getCurrencyCode().equals(life.currency)
        ? BigDecimal.ZERO
        : money.amount();
  }
}
