package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.forecast.ForecastWeek;
import io.duecast.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How good the cash forecasts were, for each currency: whole, and by how far away the week was.
 *
 * <p>WAPE is the sum of the errors over the sum of what came, errors counted positive; pinball loss
 * is the mean over the three quantiles, in money.
 */
final class CashFigures {
  private CashFigures() {}

  static void put(ObjectNode root, List<CashWeek> weeks) {
    Map<String, List<CashWeek>> byCurrency =
        weeks.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.came().currency().getCurrencyCode(),
                    TreeMap::new,
                    Collectors.toList()));
    byCurrency.forEach((code, theirs) -> currency(root.putObject(code), theirs));
  }

  private static void currency(ObjectNode node, List<CashWeek> weeks) {
    node.put("origins", weeks.stream().map(CashWeek::origin).distinct().count());
    measure(node, weeks);
    ArrayNode byWeek = node.putArray("by_week");
    weeks.stream()
        .collect(Collectors.groupingBy(CashWeek::week, TreeMap::new, Collectors.toList()))
        .forEach((week, theirs) -> measure(byWeek.addObject().put("week", week + 1), theirs));
  }

  private static void measure(ObjectNode node, List<CashWeek> weeks) {
    node.put("weeks", weeks.size())
        .put("came", sum(weeks, CashWeek::came))
        .put("expected", sum(weeks, it -> it.said().expected()))
        .put("wape", wape(weeks, it -> it.said().expected()))
        .put("wape_p50", wape(weeks, it -> it.said().p50()))
        .put("wape_due_date", wape(weeks, CashWeek::byDueDate))
        .put("wape_customer_delay", wape(weeks, CashWeek::byCustomerDelay))
        .put("coverage", share(weeks, it -> it.said().covers(it.came())))
        .put("below", share(weeks, it -> it.said().isBelow(it.came())))
        .put("above", share(weeks, it -> it.said().isAbove(it.came())))
        .put("pinball", pinball(weeks, CashWeek::said))
        .put("coverage_uncalibrated", share(weeks, it -> it.uncalibrated().covers(it.came())))
        .put("pinball_uncalibrated", pinball(weeks, CashWeek::uncalibrated))
        .put("coverage_apart", share(weeks, it -> it.apart().covers(it.came())))
        .put("pinball_apart", pinball(weeks, CashWeek::apart));
  }

  private static double sum(List<CashWeek> weeks, Function<CashWeek, Money> amount) {
    return weeks.stream().map(amount).mapToDouble(Money::toDouble).sum();
  }

  /** NaN if nothing came. */
  private static double wape(List<CashWeek> weeks, Function<CashWeek, Money> said) {
    double errors =
        weeks.stream()
            .mapToDouble(it -> Math.abs(said.apply(it).minus(it.came()).toDouble()))
            .sum();
    double came = sum(weeks, CashWeek::came);
    return came == 0 ? Double.NaN : errors / came;
  }

  private static double share(List<CashWeek> weeks, Function<CashWeek, Boolean> holds) {
    return (double) weeks.stream().filter(holds::apply).count() / weeks.size();
  }

  private static double pinball(List<CashWeek> weeks, Function<CashWeek, ForecastWeek> forecast) {
    return weeks.stream()
        .mapToDouble(it -> loss(forecast.apply(it), it.came()))
        .average()
        .orElse(Double.NaN);
  }

  private static double loss(ForecastWeek said, Money came) {
    return (loss(said.p10(), 0.1, came) + loss(said.p50(), 0.5, came) + loss(said.p90(), 0.9, came))
        / 3;
  }

  private static double loss(Money quantile, double probability, Money came) {
    double beyond = came.minus(quantile).toDouble();
    return beyond >= 0 ? probability * beyond : (probability - 1) * beyond;
  }
}
