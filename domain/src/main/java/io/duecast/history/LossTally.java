package io.duecast.history;

/** Invoices that were not paid as they should be. */
public record LossTally(int writtenOff, int recovered, int withdrawn, int partPayments) {
  static final LossTally NONE = new LossTally(0, 0, 0, 0);

  LossTally plusWrittenOff(int more) {
    return new LossTally(Math.max(0, writtenOff + more), recovered, withdrawn, partPayments);
  }

  LossTally plusRecovered() {
    return new LossTally(writtenOff, recovered + 1, withdrawn, partPayments);
  }

  LossTally plusWithdrawn() {
    return new LossTally(writtenOff, recovered, withdrawn + 1, partPayments);
  }

  LossTally plusPartPayment() {
    return new LossTally(writtenOff, recovered, withdrawn, partPayments + 1);
  }
}
