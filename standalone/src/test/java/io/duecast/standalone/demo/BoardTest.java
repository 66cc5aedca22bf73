package io.duecast.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.outcome.LabelPolicy;
import io.duecast.risk.RiskBand;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoardTest {
  @Test
  void nothingIssuedIsWholeAtOnce() throws InterruptedException {
    Board board = new Board(LabelPolicy.DEFAULT);

    assertThat(board.isWholeWithin(Duration.ZERO, () -> true)).isTrue();
    assertThat(board.summary()).startsWith("issued 0, scored 0");
  }

  @Test
  void theShareOfLateOnesIsOfThePaid() {
    BandTally tally =
        BandTally.SCORED
            .plus(BandTally.SCORED)
            .plus(BandTally.SCORED)
            .plus(BandTally.PAID_LATE)
            .plus(BandTally.PAID_IN_TIME);

    assertThat(tally).isEqualTo(new BandTally(3, 2, 1));
    assertThat(tally.lateShare()).isEqualTo(0.5);
    assertThat(BandTally.NONE.lateShare()).isNaN();
  }

  @Test
  void percentilesAreOfTheWaitsKept() {
    Latencies latencies = new Latencies();
    assertThat(latencies.percentileMs(0.5)).isZero();
    for (int ms = 1; ms <= 101; ms++) {
      latencies.add(Duration.ofMillis(ms).toNanos());
    }
    assertThat(latencies.percentileMs(0.5)).isEqualTo(51);
    assertThat(latencies.percentileMs(0.99)).isEqualTo(100);
  }

  @Test
  void theLiveViewFitsTheTerminalAndShowsEveryBand() {
    Board.Seen seen =
        new Board.Seen(
            null,
            2,
            100,
            13,
            11,
            0,
            Map.of(RiskBand.HIGH, new BandTally(11, 7, 3)),
            List.of(),
            Board.Learning.NONE,
            5,
            9);

    List<String> lines = LiveView.lines(seen, 100);

    assertThat(lines).anyMatch(line -> line.contains("VERY_HIGH"));
    assertThat(lines).anyMatch(line -> line.contains("HIGH") && line.contains("42.9 %"));
  }
}
