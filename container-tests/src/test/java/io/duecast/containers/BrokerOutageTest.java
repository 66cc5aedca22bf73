package io.duecast.containers;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The only broker hangs, and dies. */
@NeedsContainers
class BrokerOutageTest {
  private static final Duration OUTAGE = Duration.ofSeconds(15);

  @Test
  void theBrokerHangsThenDiesAndIsStartedAgain() throws Exception {
    Installation installation = Installation.of("broker");
    Part broker = installation.cluster().broker();
    try (Instance first = installation.start();
        Instance second = installation.begin();
        Company company = Company.begin(installation, 17);
        Probes probes = Probes.begin(installation)) {
      second.awaitReady();
      probes.awaitScored(50);

      long paused = System.nanoTime();
      broker.pause();
      Await.forAsLongAs(OUTAGE);
      broker.resume();
      long resumed = System.nanoTime();
      probes.awaitScored(50);
      Recovery.note("the broker hangs for 15 s", probes.waits(paused, resumed));

      long killed = System.nanoTime();
      broker.kill();
      broker.startAgain();
      long started = System.nanoTime();
      probes.awaitScored(50);
      Probes.Waits waits = probes.waits(killed, started);

      first.awaitReady();
      second.awaitReady();
      Verdict.on(installation, company, probes);
      Recovery.note("the broker is killed and started again", waits);
    }
  }
}
