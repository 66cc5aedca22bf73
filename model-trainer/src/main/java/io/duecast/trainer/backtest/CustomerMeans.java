package io.duecast.trainer.backtest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.duecast.trainer.quality.CustomerBootstrap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Means over invoices, each with its 95 % interval over customers. */
final class CustomerMeans {
  private final List<PredictionRow> rows;
  private final CustomerBootstrap bootstrap;

  /**
   * @param bootstrap of the customers of these rows
   */
  CustomerMeans(List<PredictionRow> rows, CustomerBootstrap bootstrap) {
    this.rows = rows;
    this.bootstrap = bootstrap;
  }

  /**
   * Puts a mean and its interval.
   *
   * @param value NaN for an invoice that is not in the mean
   */
  void put(ObjectNode node, String name, ToDoubleFunction<PredictionRow> value) {
    double[] values = rows.stream().mapToDouble(value).toArray();
    List<Double> drawn =
        bootstrap.resamples().parallelStream().map(copies -> mean(values, copies)).toList();
    double[] ends = CustomerBootstrap.interval(drawn, Double::doubleValue);
    node.put(name, mean(values, null));
    node.putArray(name + "_95").add(ends[0]).add(ends[1]);
  }

  private static double mean(double[] values, int @Nullable [] copies) {
    double sum = 0;
    long count = 0;
    for (int i = 0; i < values.length; i++) {
      int times = copies == null ? 1 : copies[i];
      if (times > 0 && !Double.isNaN(values[i])) {
        sum += times * values[i];
        count += times;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
