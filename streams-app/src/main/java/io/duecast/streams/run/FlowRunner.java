package io.duecast.streams.run;

import io.duecast.service.watch.Watching;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one flow: starts it, answers its failures, stops it so that others take over at once. */
public final class FlowRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FlowRunner.class);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final KafkaStreams streams;
  private final FlowHealth health;

  private FlowRunner(String name, KafkaStreams streams, FlowHealth health) {
    this.name = name;
    this.streams = streams;
    this.health = health;
  }

  /** What adds a flow's operators to a builder. */
  public interface Flow {
    void build(StreamsBuilder builder);
  }

  /** The topology of a flow, every name in it given by hand. */
  public static Topology topology(Flow flow, Properties config) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(config)));
    flow.build(builder);
    return builder.build(config);
  }

  /** Starts a flow that nobody watches. */
  public static FlowRunner start(String name, Flow flow, Properties config) {
    return start(name, flow, config, new FlowHealth(name, Watching.unseen().board()), () -> {});
  }

  /**
   * Starts a flow.
   *
   * @param health told of each change of its state
   * @param restarts told of each thread that is replaced
   */
  static FlowRunner start(
      String name, Flow flow, Properties config, FlowHealth health, Runnable restarts) {
    KafkaStreams streams = new KafkaStreams(topology(flow, config), config);
    streams.setUncaughtExceptionHandler(new FailurePolicy(name, restarts));
    streams.setStateListener(health);
    streams.start();
    LOG.info("{}: started", name);
    return new FlowRunner(name, streams, health);
  }

  /** The running flow, for queries and metrics. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether it processes, or will once it has restored its state. */
  public boolean isAlive() {
    return streams.state().isRunningOrRebalancing()
        || streams.state() == KafkaStreams.State.CREATED;
  }

  /** Whether it processes now. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  @Override
  public void close() {
    health.stopping();
    boolean closed =
        streams.close(
            CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_PATIENCE));
    LOG.info("{}: {}", name, closed ? "stopped" : "did not stop in " + CLOSE_PATIENCE);
  }
}
