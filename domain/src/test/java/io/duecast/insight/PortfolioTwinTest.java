package io.duecast.insight;

import static io.duecast.Examples.aCustomer;
import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.Examples;
import io.duecast.RandomFacts;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.money.Money;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.Fact;
import io.duecast.receivable.InMemoryBooks;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.receivable.Standing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk, against a twin that adds up every invoice anew at the end of every day. */
class PortfolioTwinTest {
  private static final List<String> SEGMENTS = List.of("key", "small", "new");

  private final PortfolioDesk desk =
      new PortfolioDesk(new InMemoryPortfolioBooks(), LabelPolicy.DEFAULT, ZoneOffset.UTC);
  private final Ledger ledger = new Ledger(new InMemoryBooks(), LedgerPolicy.DEFAULT);
  private final Map<InvoiceKey, Standing> standings = new HashMap<>();
  private final Map<CustomerId, String> segments = new HashMap<>();
  private final Map<Group, BigDecimal> owed = new TreeMap<>();
  private Random random = new Random(0);
  private Totals before = Totals.NONE;
  private int linesOfTheDay;
  private int days;
  private int regrouped;

  private record InvoiceKey(CustomerId customer, InvoiceId invoice) {}

  @ParameterizedTest
  @ValueSource(longs = {11, 13, 17, 19, 23})
  void everyDayEqualsTheSumOfAllInvoices(long seed) {
    random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      facts.addAll(RandomFacts.account(seed * 100 + i, new CustomerId("c-" + i), 25));
    }
    facts.sort(Comparator.comparing(it -> it.envelope().recordedAt()));
    LocalDate today = Examples.FIRST_DAY;
    for (Fact fact : facts) {
      LocalDate on = LocalDate.ofInstant(fact.envelope().recordedAt(), ZoneOffset.UTC);
      while (today.isBefore(on)) {
        today = today.plusDays(1);
        open(today);
      }
      ledger.after(fact).entries().forEach(this::hear);
    }
    for (int i = 0; i < 200; i++) {
      today = today.plusDays(1);
      open(today);
    }
    assertThat(days).isGreaterThan(400);
    assertThat(regrouped).isPositive();
  }

  private void open(LocalDate day) {
    DayOpened opened = new DayOpened(day, false);
    compare(day.minusDays(1), desk.after(opened, Examples.morningOf(day)));
    ledger.after(opened, Examples.morningOf(day)).entries().forEach(this::hear);
  }

  private void hear(AccountEntry entry) {
    if (entry instanceof ReceivableChanged line) {
      if (random.nextInt(40) == 0) {
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        desk.after(aCustomer().of(line.customer()).segment(segment).fact());
        segments.put(line.customer(), segment);
      }
      desk.after(line);
      standings.put(new InvoiceKey(line.customer(), line.invoice()), line.after());
      linesOfTheDay++;
    }
  }

  /** All money so far, over all groups; the twin knows no movement, only where things stand. */
  private record Totals(
      BigDecimal open, BigDecimal billed, BigDecimal credited, BigDecimal paidOrGranted) {
    static final Totals NONE =
        new Totals(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
  }

  private void compare(LocalDate day, List<PortfolioDay> told) {
    Map<Group, Map<AgingBucket, BigDecimal>> open = new TreeMap<>();
    Map<Group, Integer> invoices = new TreeMap<>();
    BigDecimal billed = BigDecimal.ZERO;
    BigDecimal credited = BigDecimal.ZERO;
    BigDecimal relieved = BigDecimal.ZERO;
    for (Map.Entry<InvoiceKey, Standing> each : standings.entrySet()) {
      Standing standing = each.getValue();
      Money payable = standing.payable();
      Money balance = standing.balance();
      if (payable == null || balance == null || standing.credited() == null) {
        continue;
      }
      billed = billed.add(payable.amount());
      credited = credited.add(standing.credited().amount());
      relieved =
          relieved.add(
              payable.amount().subtract(balance.amount()).subtract(standing.credited().amount()));
      if (standing.isOpen()) {
        Group group =
            new Group(
                payable.currency().getCurrencyCode(),
                "",
                segments.getOrDefault(each.getKey().customer(), ""));
        AgingBucket bucket = AgingBucket.of(ChronoUnit.DAYS.between(standing.dueOn(), day));
        open.computeIfAbsent(group, it -> new EnumMap<>(AgingBucket.class))
            .merge(bucket, balance.amount().max(BigDecimal.ZERO), BigDecimal::add);
        invoices.merge(group, 1, Integer::sum);
      }
    }
    Totals now = new Totals(sum(open), billed, credited, relieved);
    compareOpen(day, told, open, invoices);
    compareMoves(day, told, now);
    before = now;
    days++;
    linesOfTheDay = 0;
  }

  private static void compareOpen(
      LocalDate day,
      List<PortfolioDay> told,
      Map<Group, Map<AgingBucket, BigDecimal>> open,
      Map<Group, Integer> invoices) {
    for (PortfolioDay each : told) {
      Map<AgingBucket, BigDecimal> expected = open.getOrDefault(each.group(), Map.of());
      for (AgingBucket bucket : AgingBucket.values()) {
        assertThat(each.open(bucket))
            .as("%s of %s on %s", bucket, each.group(), day)
            .isEqualByComparingTo(expected.getOrDefault(bucket, BigDecimal.ZERO));
      }
      assertThat(each.invoices()).isEqualTo(invoices.getOrDefault(each.group(), 0));
      assertThat(each.day()).isEqualTo(day);
    }
    assertThat(told).extracting(PortfolioDay::group).containsAll(open.keySet());
  }

  private void compareMoves(LocalDate day, List<PortfolioDay> told, Totals now) {
    Turnover moved = Turnover.NONE;
    for (PortfolioDay each : told) {
      moved = moved.plus(each.turnover());
      regrouped += each.turnover().regrouped().signum() == 0 ? 0 : 1;
      BigDecimal opening = owed.getOrDefault(each.group(), BigDecimal.ZERO);
      assertThat(opening.add(each.turnover().net()))
          .as("%s on %s: %s", each.group(), day, each.turnover())
          .isEqualByComparingTo(each.receivables());
      owed.put(each.group(), each.receivables());
    }
    assertThat(moved.net()).isEqualByComparingTo(now.open().subtract(before.open()));
    assertThat(moved.regrouped()).isEqualByComparingTo("0");
    assertThat(moved.billed()).isEqualByComparingTo(now.billed().subtract(before.billed()));
    assertThat(moved.credited()).isEqualByComparingTo(now.credited().subtract(before.credited()));
    assertThat(moved.cash().add(moved.allowed()))
        .isEqualByComparingTo(now.paidOrGranted().subtract(before.paidOrGranted()));
    if (linesOfTheDay == 0) {
      assertThat(moved).isEqualTo(Turnover.NONE);
    }
  }

  private static BigDecimal sum(Map<Group, Map<AgingBucket, BigDecimal>> open) {
    return open.values().stream()
        .flatMap(it -> it.values().stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
