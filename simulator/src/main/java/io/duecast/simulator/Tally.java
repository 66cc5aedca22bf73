package io.duecast.simulator;

/** What an invoice amounts to, in minor units: {@code open} is what the rest leaves of it. */
final class Tally {
  long payable;
  long prepaid;
  long cash;
  long discount;
  long credited;
  long smallDifference;

  Tally(Bill bill) {
    payable = bill.payable();
    prepaid = bill.prepaid();
  }

  /** Negative if more was paid than was owed. */
  long open() {
    return payable - prepaid - cash - discount - credited - smallDifference;
  }

  boolean mostlyByCredit() {
    return credited > cash + prepaid;
  }
}
