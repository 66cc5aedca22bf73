package io.duecast.streams.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DoubtTest {
  private long now = Long.MAX_VALUE - 5_000_000_000L; // soon past the end of its range

  private final Doubt doubt = new Doubt(Duration.ofSeconds(30), () -> now);

  @Test
  void aRegistryThatMayHaveJustBegunIsNotBelievedForAWhile() {
    assertThat(doubt.isBelieved()).isFalse();
    pass(29);
    assertThat(doubt.isBelieved()).isFalse();
    pass(1);
    assertThat(doubt.isBelieved()).isTrue();
  }

  @Test
  void thenRubbishHoldsNothingUpForTenMinutes() {
    assertThat(doubt.isBelieved()).isFalse();
    pass(30 + 599);
    assertThat(doubt.isBelieved()).isTrue();
    pass(2);
    assertThat(doubt.isBelieved()).isFalse();
  }

  @Test
  void afterTroubleItIsDoubtedAnew() {
    assertThat(doubt.isBelieved()).isFalse();
    pass(40);
    assertThat(doubt.isBelieved()).isTrue();
    doubt.renew();
    assertThat(doubt.isBelieved()).isFalse();
  }

  @Test
  void noDoubtBelievesAtOnce() {
    assertThat(new Doubt(Duration.ZERO, () -> now).isBelieved()).isTrue();
  }

  private void pass(int seconds) {
    now += seconds * 1_000_000_000L;
  }
}
