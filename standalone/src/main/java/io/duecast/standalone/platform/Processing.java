package io.duecast.standalone.platform;

import io.duecast.service.launch.StopSignal;
import io.duecast.service.progress.CatchUp;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.streams.run.DuecastService;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/** Waits until a flow, wherever it runs, has processed what lies on its topics now. */
public final class Processing {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final int LOOKS_BETWEEN_QUESTIONS = 20;

  private final Connection connection;
  private final Flows flow;
  private final String group;

  /** The way of the ledger, which assesses the invoices. */
  public Processing(Connection connection) {
    this(connection, Flows.LEDGER);
  }

  public Processing(Connection connection, Flows flow) {
    this.connection = connection;
    this.flow = flow;
    this.group = connection.plan(null).groupOf(flow);
  }

  /** How many records are still to be processed, of those that are there now. */
  public long behind() throws InterruptedException {
    try (CatchUp way = way()) {
      return way.behind();
    }
  }

  /**
   * Waits; starts the flows here if the stack is this command's own.
   *
   * @param left told how many records are still to be processed
   * @throws CommandFailure if nobody processes, or somebody asked to stop
   */
  public void await(LongConsumer left) throws InterruptedException {
    try (CatchUp way = way()) {
      await(way, left);
    }
    List<String> between = topicsBetweenItsParts();
    if (!between.isEmpty()) {
      try (CatchUp way = CatchUp.to(connection.cluster(), group, between)) {
        await(way, left);
      }
    }
    left.accept(0);
  }

  private void await(CatchUp way, LongConsumer left) throws InterruptedException {
    long behind = way.behind();
    if (behind > 0 && connection.origin() == Connection.Origin.OWN) {
      connection.startFlows(null);
    }
    for (int look = 1; behind > 0; look++) {
      left.accept(behind);
      StopSignal stop = connection.setup().console().stop();
      if (stop.isAskedWithin(BETWEEN_LOOKS)) {
        throw new CommandFailure(
            "stopped with %d records still to be processed; nothing is lost, the next start goes"
                + " on",
            behind);
      }
      if (look % LOOKS_BETWEEN_QUESTIONS == 0) {
        requireSomebody();
      }
      behind = way.behind();
    }
  }

  /** What a flow's tasks tell each other; there is nothing of it before the flow has run. */
  private List<String> topicsBetweenItsParts() throws InterruptedException {
    try (Admin admin = Admin.create(connection.cluster())) {
      return admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
          .filter(it -> it.startsWith(group + "-") && it.endsWith("-repartition"))
          .toList();
    } catch (ExecutionException e) {
      throw new KafkaException("the topics cannot be listed", e.getCause());
    }
  }

  private CatchUp way() {
    List<String> topics =
        flow.inputs().stream().map(topic -> connection.topics().name(topic)).toList();
    return CatchUp.to(connection.cluster(), group, topics);
  }

  private void requireSomebody() throws InterruptedException {
    DuecastService service = connection.service();
    if (service != null) {
      if (!connection.isAlive()) {
        throw new CommandFailure(
            "the flows have stopped; %s says why", connection.setup().data().log());
      }
      return;
    }
    try (Admin admin = Admin.create(connection.cluster())) {
      @Nullable ConsumerGroupDescription described =
          admin.describeConsumerGroups(List.of(group)).all().get().get(group);
      if (described == null || described.members().isEmpty()) {
        throw new CommandFailure(
            "nobody processes %s; start 'duecast run' for that cluster, then repeat", group);
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        throw new CommandFailure(
            "nobody has ever processed as %s; start 'duecast run' for that cluster, then repeat",
            group);
      }
      throw new KafkaException("the group " + group + " cannot be asked", e.getCause());
    }
  }
}
