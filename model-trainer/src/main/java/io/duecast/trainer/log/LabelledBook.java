package io.duecast.trainer.log;

import io.duecast.label.Label;
import io.duecast.label.LabelledInvoice;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.data.RowPlace;
import io.duecast.trainer.data.TrainingRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The invoices with a label, each as it was labelled last, and what was said of it at issue. They
 * stand in the order of {@link RowPlace}, whatever the order on the topic.
 */
public final class LabelledBook {
  private final TrainingRows rows;
  private final List<Served> served;
  private final Map<String, Long> offsets;
  private final double share;

  private LabelledBook(
      TrainingRows rows, List<Served> served, Map<String, Long> offsets, double share) {
    this.rows = rows;
    this.served = served;
    this.offsets = offsets;
    this.share = share;
  }

  /**
   * What was said of an invoice at issue, and what the gate asks of it.
   *
   * @param probabilityLate as served then
   * @param segment the customer's; null for none
   * @param dueOn in force when it was labelled
   */
  public record Served(
      String modelId, double probabilityLate, @Nullable String segment, LocalDate dueOn) {}

  /** What is learned from; each row is that of {@link #served} at the same place. */
  public TrainingRows rows() {
    return rows;
  }

  /** Those of invoices issued after a day. */
  public TrainingRows issuedAfter(LocalDate day) {
    return rows.select(row -> rows.issuedOn(row).isAfter(day));
  }

  public Served served(int row) {
    return served.get(row);
  }

  /** Where each partition was read to. */
  public Map<String, Long> offsets() {
    return offsets;
  }

  /** Of the labelled invoices, those that are here: 1 unless the log outgrew the memory. */
  public double share() {
    return share;
  }

  static Builder builder(Columns columns) {
    return new Builder(columns);
  }

  /** Collects invoices, and puts them in order. */
  static final class Builder {
    private final TrainingRows.Builder rows;
    private final List<Served> served = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(RowPlace place, int row) {}

    private Builder(Columns columns) {
      this.rows = TrainingRows.builder(columns);
    }

    void add(LabelledInvoice invoice) {
      List<Label> labels = invoice.labels().stream().map(it -> it.label()).toList();
      placed.add(
          new Placed(
              new RowPlace(invoice.issuedOn(), invoice.invoice(), invoice.customer()),
              placed.size()));
      rows.add(
          invoice.features(),
          invoice.customer(),
          invoice.issuedOn(),
          invoice.dueOn(),
          labels,
          invoice.daysPastDue());
      served.add(
          new Served(
              invoice.modelId(), invoice.probabilityLate(), invoice.segment(), invoice.dueOn()));
    }

    LabelledBook build(Map<String, Long> offsets, double share) {
      placed.sort(Comparator.comparing(Placed::place));
      int[] order = placed.stream().mapToInt(Placed::row).toArray();
      List<Served> ordered = placed.stream().map(it -> served.get(it.row())).toList();
      return new LabelledBook(
          rows.build().select(order),
          ordered,
          Collections.unmodifiableMap(new TreeMap<>(offsets)),
          share);
    }
  }
}
