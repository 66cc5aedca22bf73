package io.duecast.containers;

import org.junit.jupiter.api.Test;

/** Customers move between instances while their invoices come in. */
@NeedsContainers
class RebalanceTest {
  @Test
  void aSecondInstanceJoinsUnderLoadAndLeavesAgain() throws Exception {
    Installation installation = Installation.of("rebalance");
    try (Instance first = installation.start();
        Company company = Company.begin(installation, 11);
        Probes probes = Probes.begin(installation)) {
      probes.awaitScored(50);
      long joins = System.nanoTime();
      try (Instance second = installation.begin()) {
        second.awaitReady();
        Members.awaitSharedBetween(2, installation);
        probes.awaitScored(50);
        Recovery.note("a second instance joins", probes.waits(joins, joins));

        long left = System.nanoTime();
        second.stop();
        Members.awaitSharedBetween(1, installation);
        probes.awaitScored(50);
        first.awaitReady();
        Verdict.on(installation, company, probes);
        Recovery.note("it leaves", probes.waits(left, left));
      }
    }
  }
}
