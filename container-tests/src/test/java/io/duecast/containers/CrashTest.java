package io.duecast.containers;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** An instance dies as by {@code kill -9}, with a transaction open. */
@NeedsContainers
class CrashTest {
  private static final int TRIES = 40;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(250);
  private static final Duration OTHERS_COMMIT = Duration.ofSeconds(3);

  @Test
  void oneOfTwoIsKilledInTheMiddleOfATransactionAndComesBack() throws Exception {
    Installation installation = Installation.of("crash");
    try (Instance first = installation.start();
        Instance second = installation.begin();
        Company company = Company.begin(installation, 13);
        Probes probes = Probes.begin(installation)) {
      second.awaitReady();
      Members.awaitSharedBetween(2, installation);
      probes.awaitScored(50);

      long killed = killedWithATransactionOpen(second, installation);
      Members.awaitSharedBetween(1, installation);
      probes.awaitScored(50);
      Probes.Waits waits = probes.waits(killed, killed);

      second.startAgain();
      second.awaitReady();
      Members.awaitSharedBetween(2, installation);
      first.awaitReady();
      Verdict.on(installation, company, probes);
      Recovery.note("one of two is killed (kill -9)", waits);
    }
  }

  /**
   * A moment with an open transaction cannot be aimed at: it is frozen until it is in one, which is
   * the case when everybody else has committed and one is open still; then it dies as it stands.
   *
   * @return since when it does nothing
   */
  private static long killedWithATransactionOpen(Instance instance, Installation installation)
      throws Exception {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      instance.pause();
      long still = System.nanoTime();
      if (!stillOpenAfter(OTHERS_COMMIT, installation).isEmpty()) {
        instance.kill();
        return still;
      }
      instance.resume();
      Thread.sleep(BETWEEN_TRIES);
    }
    throw new AssertionError(TRIES + " times there was no transaction open");
  }

  private static Set<Transaction> stillOpenAfter(Duration time, Installation installation)
      throws Exception {
    long until = System.nanoTime() + time.toNanos();
    try (Admin admin = Admin.create(installation.cluster().clients())) {
      Set<Transaction> left = Transaction.open(admin, installation);
      while (System.nanoTime() < until && !left.isEmpty()) {
        left.retainAll(Transaction.open(admin, installation));
      }
      return left;
    }
  }
}
