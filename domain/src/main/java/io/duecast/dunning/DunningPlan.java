package io.duecast.dunning;

import io.duecast.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said to a customer on a day, and what it is too late to say.
 *
 * @param top the highest step that is due; null if none is
 * @param lines what is due, if any step is; by due date
 * @param topDropped the highest of the steps that are dropped; null if none is
 * @param dropped the invoices with steps that are dropped; by due date
 */
record DunningPlan(
    @Nullable DunningStep top,
    List<ReminderLine> lines,
    @Nullable DunningStep topDropped,
    List<ReminderLine> dropped) {
  private static final Comparator<ReminderLine> BY_DUE_DATE =
      Comparator.comparing(ReminderLine::dueOn).thenComparing(it -> it.invoice().value());

  private static final Comparator<DunningStep> BY_HEIGHT =
      Comparator.comparingInt(DunningStep::daysPastDue)
          .thenComparing(DunningStep::name, Comparator.reverseOrder());

  /** The plan for these of a customer's invoices. */
  static DunningPlan of(
      DunningPolicy policy,
      DunnedCustomer customer,
      Collection<DunnedInvoice> invoices,
      LocalDate on) {
    StepClock clock = new StepClock(policy, customer);
    List<ReminderLine> lines = new ArrayList<>();
    List<ReminderLine> dropped = new ArrayList<>();
    List<DunningStep> fresh = new ArrayList<>();
    List<DunningStep> expired = new ArrayList<>();
    for (DunnedInvoice invoice : invoices) {
      DueSteps due = clock.due(invoice, on);
      if (!due.expired().isEmpty()) {
        add(dropped, invoice, due.expired());
        expired.add(due.expired().getLast());
      }
      if (!due.fresh().isEmpty()) {
        add(lines, invoice, due.fresh());
        fresh.add(due.fresh().getLast());
      } else if (invoice.objection(on) == null && isDue(invoice, on)) {
        add(lines, invoice, List.of());
      }
    }
    lines.sort(BY_DUE_DATE);
    dropped.sort(BY_DUE_DATE);
    DunningStep top = fresh.stream().max(BY_HEIGHT).orElse(null);
    return new DunningPlan(
        top,
        top == null ? List.of() : lines,
        expired.stream().max(BY_HEIGHT).orElse(null),
        dropped);
  }

  private static boolean isDue(DunnedInvoice invoice, LocalDate on) {
    return invoice.dueOn() != null && !invoice.dueOn().isAfter(on);
  }

  /** The last of the steps is taken, the others are covered by it. */
  private static void add(
      List<ReminderLine> lines, DunnedInvoice invoice, List<DunningStep> steps) {
    Money balance = invoice.owed().balance();
    LocalDate issuedOn = invoice.owed().issuedOn();
    LocalDate dueOn = invoice.dueOn();
    if (balance == null || issuedOn == null || dueOn == null) {
      throw new IllegalStateException("invoice " + invoice.id() + " cannot be reminded");
    }
    List<String> names = steps.stream().map(DunningStep::name).toList();
    lines.add(
        new ReminderLine(
            invoice.id(),
            balance,
            issuedOn,
            dueOn,
            invoice.band(),
            names.isEmpty() ? null : names.getLast(),
            names.isEmpty() ? names : names.subList(0, names.size() - 1)));
  }
}
