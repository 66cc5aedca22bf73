package io.duecast.simulator;

/** What an invoice is for: a column of the seller's own, that carries signal. */
enum InvoiceKind {
  GOODS("goods", 0),
  SERVICE("service", 0.15),
  PROJECT("project", 0.7),
  SUBSCRIPTION("subscription", -0.4);

  final String label;
  final double slipLogit;

  InvoiceKind(String label, double slipLogit) {
    this.label = label;
    this.slipLogit = slipLogit;
  }
}
