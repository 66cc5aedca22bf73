package io.duecast.standalone.insight;

import io.duecast.experiment.Experiment;
import io.duecast.experiment.Experiment.Amount;
import io.duecast.experiment.Measure;
import io.duecast.experiment.Uplift;
import io.duecast.standalone.terminal.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Experiments as rows.
 *
 * @param costOfCapital of a year, 0.08 is eight percent
 */
record ExperimentRows(LocalDate asOf, int horizonDays, double costOfCapital) {
  private static final int DECIMALS = 6;
  private static final String NOT_KNOWN = "-";

  String title(Experiment of) {
    String step =
        of.treatment().step().isEmpty() ? "all steps" : "from step " + of.treatment().step();
    return String.format(
        Locale.ROOT,
        "%s %s, %s, %s: %,d invoices of %,d customers treated, %,d of %,d held out, %,d running",
        lower(of.treatment().kind()),
        of.treatment().policy(),
        step,
        of.treatment().currency(),
        of.treated().invoices(),
        of.treated().customers(),
        of.heldOut().invoices(),
        of.heldOut().customers(),
        of.running());
  }

  TextTable table(Experiment of) {
    TextTable table =
        new TextTable(List.of("measure", "treated", "held out", "difference", "from", "to", ""));
    for (Measure measure : Measure.values()) {
      Uplift.OrLack found = of.of(measure);
      Uplift uplift = found.uplift();
      table.row(
          List.of(
              name(measure),
              shown(measure, found.treated()),
              shown(measure, found.heldOut()),
              uplift == null ? NOT_KNOWN : shown(measure, uplift.difference()),
              uplift == null ? NOT_KNOWN : shown(measure, uplift.low()),
              uplift == null ? NOT_KNOWN : shown(measure, uplift.high()),
              remark(found)));
    }
    add(table, "money by the treatment", of.collected());
    add(table, "worth of the days", of.worthOfDays(costOfCapital));
    return table;
  }

  private static void add(TextTable table, String name, @Nullable Amount amount) {
    if (amount != null) {
      table.row(
          List.of(
              name,
              "",
              "",
              Amounts.money(amount.amount().amount()),
              Amounts.money(amount.low().amount()),
              Amounts.money(amount.high().amount()),
              amount.amount().currency().getCurrencyCode()));
    }
  }

  private String name(Measure measure) {
    return switch (measure) {
      case PAID_IN_TIME -> "paid in time, %";
      case DAYS_TO_PAY -> "days to pay, of " + horizonDays;
      case COLLECTED -> "money collected in " + horizonDays + " days, %";
      case MONEY_DAYS -> "days money was out, of " + horizonDays;
    };
  }

  private static String shown(Measure measure, double value) {
    if (Double.isNaN(value)) {
      return NOT_KNOWN;
    }
    return switch (measure) {
      case PAID_IN_TIME, COLLECTED -> String.format(Locale.ROOT, "%.1f", value * 100);
      case DAYS_TO_PAY, MONEY_DAYS -> String.format(Locale.ROOT, "%.2f", value);
    };
  }

  /** One for each measure. */
  Stream<Map<String, @Nullable Object>> of(Experiment of) {
    return Arrays.stream(Measure.values()).map(measure -> row(of, measure));
  }

  private Map<String, @Nullable Object> row(Experiment of, Measure measure) {
    Uplift.OrLack found = of.of(measure);
    Uplift uplift = found.uplift();
    Amount amount =
        switch (measure) {
          case COLLECTED -> of.collected();
          case MONEY_DAYS -> of.worthOfDays(costOfCapital);
          case PAID_IN_TIME, DAYS_TO_PAY -> null;
        };
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("as_of", asOf);
    row.put("treatment", lower(of.treatment().kind()));
    row.put("policy", of.treatment().policy());
    row.put("first_step", of.treatment().step().isEmpty() ? null : of.treatment().step());
    row.put("currency", of.treatment().currency());
    row.put("treated_customers", of.treated().customers());
    row.put("treated_invoices", of.treated().invoices());
    row.put("held_out_customers", of.heldOut().customers());
    row.put("held_out_invoices", of.heldOut().invoices());
    row.put("running", of.running());
    row.put("horizon_days", horizonDays);
    row.put("measure", lower(measure));
    row.put("treated", decimal(found.treated()));
    row.put("held_out", decimal(found.heldOut()));
    row.put("difference", uplift == null ? null : decimal(uplift.difference()));
    row.put("low", uplift == null ? null : decimal(uplift.low()));
    row.put("high", uplift == null ? null : decimal(uplift.high()));
    row.put("money", amount == null ? null : amount.amount().amount());
    row.put("money_low", amount == null ? null : amount.low().amount());
    row.put("money_high", amount == null ? null : amount.high().amount());
    row.put("lack", found.lack() == null ? null : found.lack().text());
    return row;
  }

  private static String remark(Uplift.OrLack found) {
    if (found.lack() != null) {
      return found.lack().text();
    }
    return found.uplift() == null || found.uplift().isSure() ? "" : "may be nothing";
  }

  private static @Nullable BigDecimal decimal(double value) {
    return Double.isNaN(value)
        ? null
        : BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
  }

  private static String lower(Enum<?> it) {
    return it.name().toLowerCase(Locale.ROOT);
  }
}
