package io.duecast.experiment;

import io.duecast.customer.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** One arm: weighted sums by customer. */
final class ArmTotals {
  /**
   * What one customer brings.
   *
   * @param mass the weights of its invoices
   * @param value their values times their weights
   */
  private record Sum(double mass, double value) {
    Sum plus(Sum other) {
      return new Sum(mass + other.mass, value + other.value);
    }
  }

  private final Map<CustomerId, Sum> byCustomer = new TreeMap<>();

  void add(CustomerId customer, double mass, double value) {
    byCustomer.merge(customer, new Sum(mass, mass * value), Sum::plus);
  }

  int customers() {
    return byCustomer.size();
  }

  private double mass() {
    return byCustomer.values().stream().mapToDouble(Sum::mass).sum();
  }

  /** NaN if nobody is in it. */
  double mean() {
    return byCustomer.values().stream().mapToDouble(Sum::value).sum() / mass();
  }

  /** As many customers of one size would say as much: Kish's. */
  double effectiveCustomers() {
    double squares = byCustomer.values().stream().mapToDouble(it -> it.mass * it.mass).sum();
    return squares == 0 ? 0 : mass() * mass() / squares;
  }

  /** Those that are not like most of the others, in their mean to nine digits. */
  int oddCustomers() {
    Map<Long, Integer> alike = new HashMap<>();
    for (Sum sum : byCustomer.values()) {
      alike.merge(StrictMath.round(sum.value / sum.mass * 1e9), 1, Integer::sum);
    }
    return customers() - alike.values().stream().max(Integer::compare).orElse(0);
  }

  /** By how much the mean would be less without each customer; 0 for one who is not in it. */
  Map<CustomerId, Double> influences() {
    double mass = mass();
    double mean = mean();
    Map<CustomerId, Double> influences = new TreeMap<>();
    byCustomer.forEach(
        (customer, sum) ->
            influences.put(customer, (sum.value - sum.mass * mean) / (mass - sum.mass)));
    return influences;
  }
}
