package io.duecast.standalone.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.DunningStep;
import io.duecast.dunning.Holiday;
import io.duecast.risk.RiskBand;
import io.duecast.standalone.terminal.CommandFailure;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PolicyFileTest {
  @Test
  void theExampleIsAPolicy() {
    DunningPolicy policy = PolicyFile.read(Path.of("../examples/dunning.yaml"));

    assertThat(policy.name()).isEqualTo("standard");
    assertThat(policy.ladderOf(RiskBand.HIGH, null).orElseThrow().steps())
        .extracting(DunningStep::daysPastDue)
        .containsExactly(-5, 2, 10, 21);
    assertThat(policy.ladderOf(RiskBand.UNKNOWN, "any").orElseThrow().steps()).hasSize(3);
    assertThat(policy.times().fromMinute()).isEqualTo(540);
    assertThat(policy.holidays()).contains(new Holiday("FR", 7, 14, null));
    assertThat(policy.holdout().share()).isEqualTo(0.05);
  }

  @Test
  void everyMistakeIsNamedWithItsPath() {
    String text =
        """
        policy: odd
        version: one
        ladders:
          - name: risky
            bands: [hihg]
            steps:
              - {step: first, days: soon, channels: [email]}
              - {step: second, days: 9, channels: [pigeon], tempalte: x}
        send: {from: "25:00", until: "17:00"}
        holidays: {DE: [christmas]}
        cap: {most: 99, days: 7}
        holdout: {share: 5}
        """;

    CommandFailure failure =
        catchThrowableOfType(CommandFailure.class, () -> PolicyFile.parse(text, "odd.yaml"));

    assertThat(failure)
        .hasMessageContaining("odd.yaml: ")
        .hasMessageContaining("version: 'one' is no whole number")
        .hasMessageContaining("ladders[0].bands: 'hihg' is none of high, low, medium, very_high")
        .hasMessageContaining("ladders[0].steps[0].days: 'soon' is no whole number")
        .hasMessageContaining("ladders[0].steps[1].channels: 'pigeon' is none of")
        .hasMessageContaining("ladders[0].steps[1].tempalte: unknown; known here: step, days")
        .hasMessageContaining("send.from: '25:00' is no time of the day")
        .hasMessageContaining("holidays.DE: 'christmas' is no day such as 12-25")
        .hasMessageContaining("cap: a cap of 99 messages is not from 1 to 16")
        .hasMessageContaining("expire-days: a word is expected here")
        .hasMessageContaining("holdout.share: '5' is no share");
  }

  @Test
  void stepsOutOfOrderAreRefused() {
    String text =
        """
        policy: odd
        version: 1
        expire-days: 3
        cap: {most: 1, days: 1}
        ladders:
          - name: all
            steps:
              - {step: second, days: 9, channels: [email]}
              - {step: first, days: 3, channels: [email]}
        """;

    CommandFailure failure =
        catchThrowableOfType(CommandFailure.class, () -> PolicyFile.parse(text, "odd.yaml"));

    assertThat(failure)
        .hasMessageContaining("ladders[0]: ladder all: step first on day 3 does not come after");
  }

  @Test
  void whatIsNoYamlIsNamedByItsLine() {
    CommandFailure failure =
        catchThrowableOfType(
            CommandFailure.class, () -> PolicyFile.parse("policy: a\n  b: [", "odd.yaml"));

    assertThat(failure).hasMessageContaining("line 2: no YAML");
  }
}
