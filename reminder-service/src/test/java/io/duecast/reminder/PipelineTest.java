package io.duecast.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.progress.FlowGroup;
import io.duecast.service.progress.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A payment on its way through the flows, step by step. */
class PipelineTest {
  private static final TopicPartition REMINDERS = new TopicPartition("reminders", 0);
  private static final Instant T0 = ReminderExamples.NOON;
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private final World world = new World();
  private final Pipeline pipeline = new Pipeline(world, Duration.ofSeconds(30));
  private long heard;

  /** What lies on the inputs of each flow, and what it has processed. */
  private static final class World implements Stages {
    final Map<FlowGroup, Long> written = new EnumMap<>(FlowGroup.class);
    final Map<FlowGroup, Long> processed = new EnumMap<>(FlowGroup.class);
    final List<FlowGroup> asked = new ArrayList<>();
    long reminders;
    boolean isAway;

    @Override
    public Way of(FlowGroup flow) {
      asked.add(flow);
      long end = written.getOrDefault(flow, 0L);
      return new Way() {
        @Override
        public long behind() {
          if (isAway) {
            throw new KafkaException("nobody answers");
          }
          return Math.max(0, end - processed.getOrDefault(flow, 0L));
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
      return Map.of(REMINDERS, reminders);
    }
  }

  @Test
  void aPaymentIsKnownOnlyOnceItHasComeThroughBothFlowsAndIsHeard() throws InterruptedException {
    world.written.put(FlowGroup.LEDGER, 11L);
    look(T0);
    assertThat(pipeline.isKnown(T0, TWO_MINUTES)).isFalse();
    assertThat(pipeline.waitsFor()).isEqualTo("the flow ledger: 11 records");

    world.processed.put(FlowGroup.LEDGER, 11L);
    world.written.put(FlowGroup.DUNNING, 13L);
    look(T0.plusSeconds(1));
    assertThat(pipeline.isKnown(T0.plusSeconds(1), TWO_MINUTES)).isFalse();
    assertThat(pipeline.waitsFor()).isEqualTo("the flow dunning: 13 records");

    world.processed.put(FlowGroup.DUNNING, 13L);
    world.reminders = 17;
    look(T0.plusSeconds(2));
    assertThat(pipeline.isKnown(T0.plusSeconds(2), TWO_MINUTES)).isFalse();

    heard = 17;
    look(T0.plusSeconds(3));
    assertThat(pipeline.isKnown(T0.plusSeconds(3), TWO_MINUTES)).isTrue();
    assertThat(pipeline.isKnown(T0.plus(TWO_MINUTES), TWO_MINUTES)).isTrue();
    assertThat(pipeline.isKnown(T0.plus(TWO_MINUTES).plusMillis(1), TWO_MINUTES)).isFalse();
  }

  @Test
  void whatIsWrittenAfterTheMomentDoesNotHoldItUp() throws InterruptedException {
    world.written.put(FlowGroup.LEDGER, 11L);
    look(T0);
    world.written.put(FlowGroup.LEDGER, 1_000L);
    world.processed.put(FlowGroup.LEDGER, 11L);
    look(T0.plusSeconds(1));

    assertThat(pipeline.isKnown(T0.plusSeconds(1), TWO_MINUTES)).isTrue();
    look(T0.plusSeconds(29));
    assertThat(world.asked).as("one round").hasSize(2);
    look(T0.plusSeconds(30));
    assertThat(pipeline.waitsFor()).isEqualTo("the flow ledger: 989 records");
  }

  @Test
  void ifTheBrokersDoNotAnswerTheRoundBeginsAnew() throws InterruptedException {
    world.isAway = true;
    look(T0);
    assertThat(pipeline.waitsFor()).isEqualTo("the brokers");

    world.isAway = false;
    look(T0.plusSeconds(60));
    assertThat(pipeline.isKnown(T0.plusSeconds(180), TWO_MINUTES)).isTrue();
  }

  private void look(Instant now) throws InterruptedException {
    pipeline.look(now, List.of(REMINDERS), partition -> heard);
  }
}
