package io.duecast.console.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.watch.Standing;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FreshnessTest {
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private Instant now = START;
  private final Freshness freshness = new Freshness(() -> now);

  @Test
  void aProjectorThatIsSilentIsNotReady() {
    freshness.say(Standing.READY, "projects");
    now = START.plus(Freshness.SILENCE);
    assertThat(freshness.reading().isFresh()).isTrue();

    now = now.plusMillis(1);

    assertThat(freshness.reading().standing()).isEqualTo(Standing.COMING);
    assertThat(freshness.reading().since()).isEqualTo(START);
    assertThat(freshness.reading().isFresh()).isFalse();
  }

  @Test
  void oneThatSpeaksAgainIsReadySinceItWasFirst() {
    freshness.say(Standing.READY, "projects");
    now = START.plusSeconds(100);

    freshness.say(Standing.READY, "projects");

    assertThat(freshness.reading().isFresh()).isTrue();
    assertThat(freshness.reading().since()).isEqualTo(START);
  }
}
