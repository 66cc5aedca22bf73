package io.duecast.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** An instance dies as by {@code kill -9}, with a transaction open. */
@NeedsContainers
class CrashTest {
  private static final int TRIES = 5;
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

  /** What was open when it died, and is so when everybody else has committed since. */
  private static long killedWithATransactionOpen(Instance instance, Installation installation)
      throws Exception {
    for (int attempt = 1; ; attempt++) {
      instance.kill();
      long killed = System.nanoTime();
      Set<Transaction> left = stillOpenAfter(OTHERS_COMMIT, installation);
      if (!left.isEmpty()) {
        return killed;
      }
      assertThat(attempt).as("kills that met no open transaction").isLessThan(TRIES);
      instance.startAgain();
      instance.awaitReady();
      Members.awaitSharedBetween(2, installation);
    }
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
