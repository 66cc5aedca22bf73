package io.duecast.trainer.data;

import static io.duecast.check.Check.require;

import io.duecast.attribute.AttributeValue;
import io.duecast.customer.CustomerId;
import io.duecast.feature.FeatureVector;
import io.duecast.label.Label;
import io.duecast.model.HorizonChain;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Invoices to learn from, column by column: the features served at issue, and what is known of each
 * one's label for every horizon of {@link HorizonChain#DAYS}.
 */
public final class TrainingRows {
  private static final int UNPAID = Integer.MIN_VALUE;
  private static final Label[] LABELS = Label.values();
  private static final int HORIZONS = HorizonChain.DAYS.size();

  private final Dataset data;
  private final int[] issueDays;
  private final int[] dueDays;
  private final int[] customers;
  private final List<CustomerId> customerOf;
  private final byte[] labels;
  private final int[] daysPastDue;

  private TrainingRows(
      Dataset data,
      int[] issueDays,
      int[] dueDays,
      int[] customers,
      List<CustomerId> customerOf,
      byte[] labels,
      int[] daysPastDue) {
    this.data = data;
    this.issueDays = issueDays;
    this.dueDays = dueDays;
    this.customers = customers;
    this.customerOf = customerOf;
    this.labels = labels;
    this.daysPastDue = daysPastDue;
  }

  public static Builder builder(Columns columns) {
    return new Builder(columns);
  }

  /** The features, row by row as here. */
  public Dataset data() {
    return data;
  }

  public int rows() {
    return issueDays.length;
  }

  public LocalDate issuedOn(int row) {
    return LocalDate.ofEpochDay(issueDays[row]);
  }

  /** The due date in force. */
  public LocalDate dueOn(int row) {
    return LocalDate.ofEpochDay(dueDays[row]);
  }

  public CustomerId customer(int row) {
    return customerOf.get(customers[row]);
  }

  /**
   * What is known of a row's label.
   *
   * @param horizon place in {@link HorizonChain#DAYS}
   */
  public Label label(int row, int horizon) {
    return LABELS[labels[row * HORIZONS + horizon]];
  }

  /** Whether it is known on which day it was paid. */
  public boolean isPaid(int row) {
    return daysPastDue[row] != UNPAID;
  }

  /**
   * Of the settlement; negative = early.
   *
   * @throws IllegalArgumentException if the row is not paid
   */
  public int daysPastDue(int row) {
    require(isPaid(row), "row %d is not paid", row);
    return daysPastDue[row];
  }

  /** These rows, in this order; a row may come again. */
  public TrainingRows select(int[] selected) {
    byte[] someLabels = new byte[selected.length * HORIZONS];
    for (int i = 0; i < selected.length; i++) {
      System.arraycopy(labels, selected[i] * HORIZONS, someLabels, i * HORIZONS, HORIZONS);
    }
    return new TrainingRows(
        data.rows(selected),
        Arrays.stream(selected).map(row -> issueDays[row]).toArray(),
        Arrays.stream(selected).map(row -> dueDays[row]).toArray(),
        Arrays.stream(selected).map(row -> customers[row]).toArray(),
        customerOf,
        someLabels,
        Arrays.stream(selected).map(row -> daysPastDue[row]).toArray());
  }

  /** The rows that are wanted, in the order that they have. */
  public TrainingRows select(IntPredicate wanted) {
    return select(IntStream.range(0, rows()).filter(wanted).toArray());
  }

  /** The places of the rows, the first issued first; those of one day as they came. */
  public int[] byIssue() {
    return IntStream.range(0, rows())
        .boxed()
        .sorted((a, b) -> Integer.compare(issueDays[a], issueDays[b]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The rows that a link of the chain learns from: those late for the horizon before, with a known
   * label for this one.
   *
   * @param horizon place in {@link HorizonChain#DAYS}
   */
  public int[] learnable(int horizon) {
    return IntStream.range(0, rows())
        .filter(row -> horizon == 0 || label(row, horizon - 1) == Label.LATE)
        .filter(row -> label(row, horizon).isKnown())
        .toArray();
  }

  /** Those of some rows that are late for a horizon, by their place among them. */
  public BitSet late(int[] among, int horizon) {
    BitSet late = new BitSet(among.length);
    for (int i = 0; i < among.length; i++) {
      late.set(i, label(among[i], horizon) == Label.LATE);
    }
    return late;
  }

  /** Collects rows. */
  public static final class Builder {
    private final Dataset.Builder data;
    private final Map<CustomerId, Integer> customerCode = new HashMap<>();
    private final List<CustomerId> customerOf = new ArrayList<>();
    private int[] issueDays = new int[16];
    private int[] dueDays = new int[16];
    private int[] customers = new int[16];
    private int[] daysPastDue = new int[16];
    private byte[] labels = new byte[16 * HORIZONS];
    private int rows;

    private Builder(Columns columns) {
      this.data = Dataset.builder(columns);
    }

    /**
     * An invoice as it stands in an event.
     *
     * @param dueOn in force
     * @param labels one for each of {@link HorizonChain#DAYS}
     * @param daysPastDue of the settlement; null if it is not paid, or that is not known
     */
    public Builder add(
        Map<String, AttributeValue> features,
        CustomerId customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<Label> labels,
        @Nullable Integer daysPastDue) {
      put(customer, issuedOn, dueOn, labels, daysPastDue);
      data.add(features);
      return this;
    }

    /** An invoice with its features as they were served. */
    public Builder add(
        FeatureVector features,
        CustomerId customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<Label> labels,
        @Nullable Integer daysPastDue) {
      put(customer, issuedOn, dueOn, labels, daysPastDue);
      data.add(features);
      return this;
    }

    @SuppressWarnings("EnumOrdinal") // lives no longer than the process
    private void put(
        CustomerId customer,
        LocalDate issuedOn,
        LocalDate dueOn,
        List<Label> ofHorizons,
        @Nullable Integer paidDaysPastDue) {
      require(
          ofHorizons.size() == HORIZONS,
          "%d labels for the horizons %s",
          ofHorizons.size(),
          HorizonChain.DAYS);
      grow();
      issueDays[rows] = Math.toIntExact(issuedOn.toEpochDay());
      dueDays[rows] = Math.toIntExact(dueOn.toEpochDay());
      customers[rows] = customerCode.computeIfAbsent(customer, this::newCustomer);
      daysPastDue[rows] = paidDaysPastDue == null ? UNPAID : paidDaysPastDue;
      for (int horizon = 0; horizon < HORIZONS; horizon++) {
        labels[rows * HORIZONS + horizon] = (byte) ofHorizons.get(horizon).ordinal();
      }
      rows++;
    }

    private int newCustomer(CustomerId customer) {
      customerOf.add(customer);
      return customerOf.size() - 1;
    }

    private void grow() {
      if (rows == issueDays.length) {
        int more = rows + rows / 2;
        issueDays = Arrays.copyOf(issueDays, more);
        dueDays = Arrays.copyOf(dueDays, more);
        customers = Arrays.copyOf(customers, more);
        daysPastDue = Arrays.copyOf(daysPastDue, more);
        labels = Arrays.copyOf(labels, more * HORIZONS);
      }
    }

    public int rows() {
      return rows;
    }

    /** The rows so far. */
    public TrainingRows build() {
      return new TrainingRows(
          data.build(),
          Arrays.copyOf(issueDays, rows),
          Arrays.copyOf(dueDays, rows),
          Arrays.copyOf(customers, rows),
          List.copyOf(customerOf),
          Arrays.copyOf(labels, rows * HORIZONS),
          Arrays.copyOf(daysPastDue, rows));
    }
  }
}
