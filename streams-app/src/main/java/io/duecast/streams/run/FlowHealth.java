package io.duecast.streams.run;

import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Standing;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on the board how a flow stands, from what Kafka Streams says of itself. */
final class FlowHealth implements KafkaStreams.StateListener {
  private static final Logger LOG = LoggerFactory.getLogger(FlowHealth.class);

  private final String part;
  private final HealthBoard board;
  private volatile boolean isStopping;

  FlowHealth(String part, HealthBoard board) {
    this.part = part;
    this.board = board;
  }

  /** It is asked to stop: that it no longer runs is no death. */
  void stopping() {
    isStopping = true;
  }

  @Override
  public void onChange(State now, State before) {
    LOG.debug("{}: {} to {}", part, before, now);
    board.say(part, standing(now), now.name());
  }

  private Standing standing(State state) {
    return switch (state) {
      case RUNNING -> Standing.READY;
      case CREATED, REBALANCING -> Standing.COMING;
      case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR ->
          isStopping ? Standing.COMING : Standing.DEAD;
    };
  }
}
