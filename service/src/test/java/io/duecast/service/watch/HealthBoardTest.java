package io.duecast.service.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthBoardTest {
  private Instant now = Instant.parse("2026-03-02T08:00:00Z");
  private final HealthBoard board = new HealthBoard(new HandClock());

  private final class HandClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void whereNobodyHasSaidAnythingYetIsAliveAndNotReady() {
    assertThat(board.isAlive()).isTrue();
    assertThat(board.isReady()).isFalse();
  }

  @Test
  void itIsReadyWhenAllPartsAre() {
    board.say("ledger", Standing.READY, "");
    board.say("models", Standing.COMING, "reads");
    assertThat(board.isReady()).isFalse();

    board.say("models", Standing.READY, "");
    assertThat(board.isReady()).isTrue();
  }

  @Test
  void onePartThatIsDeadIsEnoughToBeDead() {
    board.say("ledger", Standing.READY, "");
    board.say("labelling", Standing.DEAD, "ERROR");

    assertThat(board.isAlive()).isFalse();
    assertThat(board.isReady()).isFalse();
    assertThat(board.dead()).extracting(PartHealth::part).containsExactly("labelling");
  }

  @Test
  void sinceWhenCountsFromTheChangeOfStandingNotFromTheLastWord() {
    board.say("ledger", Standing.COMING, "starts");
    now = now.plusSeconds(7);
    board.say("ledger", Standing.COMING, "restores");

    PartHealth part = board.notReady().getFirst();
    assertThat(part.since()).isEqualTo("2026-03-02T08:00:00Z");
    assertThat(part.detail()).isEqualTo("restores");

    board.say("ledger", Standing.READY, "");
    now = now.plusSeconds(11);
    board.say("ledger", Standing.COMING, "rebalances");
    assertThat(board.notReady().getFirst().since()).isEqualTo(now);
  }

  @Test
  void aPartIsNewOnce() {
    List<String> parts = new ArrayList<>();
    board.whenNew(parts::add);
    board.say("ledger", Standing.COMING, "");
    board.say("ledger", Standing.READY, "");

    assertThat(parts).containsExactly("ledger");
  }
}
