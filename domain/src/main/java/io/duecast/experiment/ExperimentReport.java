package io.duecast.experiment;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.ReceivableChanged;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What treatments do, by intention to treat: by what was drawn, whatever was delivered. It holds
 * one entry for each invoice that came into an experiment, and knows nothing that was recorded
 * later than the end of its day.
 */
public final class ExperimentReport {
  private record Bill(CustomerId customer, InvoiceId invoice) {}

  private record Entry(Treatment.Kind kind, Bill bill) {}

  private final LocalDate asOf;
  private final Instant until;
  private final Window window;
  private final Map<Entry, Aftermath> entries = new LinkedHashMap<>();
  private final Map<Bill, List<Aftermath>> byBill = new HashMap<>();

  /**
   * A report of the end of a day.
   *
   * @param zone in which the company's days end
   */
  public ExperimentReport(LocalDate asOf, ZoneId zone, Window window) {
    this.asOf = asOf;
    this.until = asOf.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
    this.window = window;
  }

  /** The last moment that it knows of. */
  public Instant until() {
    return until;
  }

  /** An invoice came into an experiment; before whatever became of it then. */
  public void after(Assignment assignment) {
    Bill bill = new Bill(assignment.customer(), assignment.invoice());
    Entry entry = new Entry(assignment.treatment().kind(), bill);
    if (!assignment.at().isAfter(until) && !entries.containsKey(entry)) {
      Aftermath aftermath = new Aftermath(assignment);
      entries.put(entry, aftermath);
      byBill.computeIfAbsent(bill, it -> new ArrayList<>()).add(aftermath);
    }
  }

  /** Something became of an invoice. */
  public void after(ReceivableChanged changed) {
    if (!changed.recordedAt().isAfter(until)) {
      Bill bill = new Bill(changed.customer(), changed.invoice());
      byBill.getOrDefault(bill, List.of()).forEach(it -> it.after(changed));
    }
  }

  /** Each treatment, all steps together first, then step by step if there are several. */
  public List<Experiment> experiments() {
    Map<Treatment, List<Aftermath>> all = new TreeMap<>();
    Map<Treatment, Map<Treatment, List<Aftermath>>> steps = new TreeMap<>();
    for (Aftermath each : entries.values()) {
      Treatment treatment = each.assignment().treatment();
      all.computeIfAbsent(treatment.ofAllSteps(), it -> new ArrayList<>()).add(each);
      steps
          .computeIfAbsent(treatment.ofAllSteps(), it -> new TreeMap<>())
          .computeIfAbsent(treatment, it -> new ArrayList<>())
          .add(each);
    }
    Map<Treatment, List<Aftermath>> rows = new TreeMap<>(all);
    steps.values().stream().filter(it -> it.size() > 1).forEach(rows::putAll);
    return rows.entrySet().stream().map(it -> experiment(it.getKey(), it.getValue())).toList();
  }

  private Experiment experiment(Treatment treatment, List<Aftermath> all) {
    List<Aftermath> passed =
        all.stream().filter(it -> window.hasPassed(it.assignment(), asOf)).toList();
    return Experiment.of(treatment, passed, all.size() - passed.size(), window);
  }
}
