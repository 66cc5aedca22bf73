package io.duecast.risk;

/** How much attention an invoice needs, by its probability of being paid late. */
public enum RiskBand {
  UNKNOWN,
  LOW,
  MEDIUM,
  HIGH,
  VERY_HIGH
}
