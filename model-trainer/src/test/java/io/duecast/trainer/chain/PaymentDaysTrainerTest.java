package io.duecast.trainer.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.customer.CustomerId;
import io.duecast.label.Label;
import io.duecast.model.CustomerPast;
import io.duecast.model.PaymentDays;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.ModelInputs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentDaysTrainerTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate KNOWN_ON = FIRST.plusYears(1);
  private static final int CUSTOMERS = 30;

  @Test
  void customersWithHabitsAreToldApartAndTheirIntervalsHold() {
    Book book = new Book(11, 2400, true);
    TrainingRows rows = book.rows();
    PaymentDays learned = train(rows);
    double[][] later = book.later(600);

    int within = 0;
    double error = 0;
    double width = 0;
    for (double[] invoice : later) {
      PaymentDays.Days days =
          learned.of(row(learned, invoice), CustomerPast.of(invoice[0], invoice[1]));
      within += days.earliest() <= invoice[3] && invoice[3] <= days.latest() ? 1 : 0;
      error += Math.abs(days.expected() - invoice[3]) / later.length;
      width += (double) (days.latest() - days.earliest()) / later.length;
    }

    assertThat(learned.usualOfAll()).as("days are counted from the customer's").isNotNull();
    assertThat((double) within / later.length).isBetween(0.78, 0.93);
    assertThat(error).as("of a deviation of 4 days").isLessThan(4.0);
    assertThat(width).isLessThan(16);
  }

  @Test
  void whereAllPayOnTheDueDateDaysAreCountedFromThere() {
    PaymentDays learned = train(new Book(11, 2400, false).rows());

    assertThat(learned.usualOfAll()).isNull();
    PaymentDays.Days days =
        learned.of(row(learned, new double[] {9, 3, 0.5}), new CustomerPast(9, 3));
    assertThat(days).isEqualTo(new PaymentDays.Days(0, 0, 0));
  }

  @Test
  void aLengthOfHistoryThatWasNotSeenGetsTheWidestInterval() {
    PaymentDays learned = train(new Book(11, 2400, true).rows());

    assertThat(learned.tails()).startsWith(PaymentDays.LEAST_TAIL);
    assertThat(learned.tails().getLast()).isGreaterThan(PaymentDays.LEAST_TAIL);
  }

  @Test
  void ofFewInvoicesNothingIsDecided() {
    PaymentDays learned = train(new Book(11, 60, true).rows());

    assertThat(learned.usualOfAll()).isNull();
    assertThat(learned.tails()).containsOnly(PaymentDays.LEAST_TAIL);
  }

  @Test
  void theSameRowsAndSeedMakeTheSame() {
    TrainingRows rows = new Book(13, 900, true).rows();
    double[] invoice = {20, 4, 0.3};

    PaymentDays one = train(rows);
    PaymentDays other = train(rows);

    assertThat(one.tails()).isEqualTo(other.tails());
    assertThat(one.of(row(one, invoice), new CustomerPast(20, 4)))
        .isEqualTo(other.of(row(other, invoice), new CustomerPast(20, 4)));
  }

  @Test
  void openInvoicesOfWhichNothingIsKnownChangeNothing() {
    PaymentDays without = train(new Book(13, 900, true).rows());
    PaymentDays with = train(new Book(13, 900, true).rows(400));

    assertThat(with.tails()).isEqualTo(without.tails());
    assertThat(with.usualOfAll()).isEqualTo(without.usualOfAll());
  }

  private static PaymentDays train(TrainingRows rows) {
    return new PaymentDaysTrainer(ModelInputs.of(rows.data()), 0.4, 2_000, 42, 3)
        .train(rows, KNOWN_ON);
  }

  /** The inputs of an invoice, by their names. */
  private static double[] row(PaymentDays learned, double[] invoice) {
    return learned.forest().features().stream()
        .mapToDouble(it -> it.key().equals("mean_days_past_due") ? invoice[1] : invoice[2])
        .toArray();
  }

  /** Customers that each pay around a day of their own; or all on the due date. */
  private static final class Book {
    private final Random random;
    private final int invoices;
    private final boolean habits;
    private final double[] sums = new double[CUSTOMERS];
    private final int[] paid = new int[CUSTOMERS];

    Book(long seed, int invoices, boolean habits) {
      this.random = new Random(seed);
      this.invoices = invoices;
      this.habits = habits;
    }

    TrainingRows rows() {
      return rows(0);
    }

    /**
     * @param open and so many that are not due yet
     */
    TrainingRows rows(int open) {
      TrainingRows.Builder rows =
          TrainingRows.builder(
              new Columns(List.of("prior_settled", "mean_days_past_due", "noise"), new BitSet()));
      for (int i = 0; i < invoices; i++) {
        int customer = random.nextInt(CUSTOMERS);
        double[] invoice = next(customer);
        LocalDate issuedOn = FIRST.plusDays(i * 300L / invoices);
        int days = (int) invoice[3];
        rows.add(
            Map.of(
                "prior_settled", new Numeric(invoice[0]),
                "mean_days_past_due", new Numeric(invoice[1]),
                "noise", new Numeric(invoice[2])),
            new CustomerId("customer " + customer),
            issuedOn,
            issuedOn.plusDays(30),
            List.of(late(days, 3), late(days, 33), late(days, 63), late(days, 93)),
            days);
      }
      for (int i = 0; i < open; i++) {
        rows.add(
            Map.of("noise", new Numeric(0.5)),
            new CustomerId("customer " + i % CUSTOMERS),
            KNOWN_ON.minusDays(13),
            KNOWN_ON.plusDays(17),
            Collections.nCopies(4, Label.CENSORED),
            null);
      }
      return rows.build();
    }

    double[][] later(int count) {
      List<double[]> later = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        later.add(next(random.nextInt(CUSTOMERS)));
      }
      return later.toArray(double[][]::new);
    }

    /** Paid before, their mean, noise, and days past due. */
    private double[] next(int customer) {
      double habit = (customer - CUSTOMERS / 2.0) * 1.5;
      double days = habits ? Math.round(habit + 4 * random.nextGaussian()) : 0;
      double mean = paid[customer] == 0 ? 0 : sums[customer] / paid[customer];
      double[] invoice = {30 + paid[customer], mean, random.nextDouble(), days};
      sums[customer] += days;
      paid[customer]++;
      return invoice;
    }

    private static Label late(int days, int beyond) {
      return days > beyond ? Label.LATE : Label.ON_TIME;
    }
  }
}
