package io.duecast.streams.dunning;

import io.duecast.dunning.Activations;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.Policies;
import io.duecast.dunning.PolicyActivated;
import io.duecast.service.watch.HealthBoard;
import io.duecast.streams.feed.TopicFeed;
import io.duecast.wire.Decoded;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code dunning-policies}: to its end before {@link #start} returns, and on from there.
 * What cannot be read leaves the policy before it in force.
 */
public final class PolicyFeed implements Policies, AutoCloseable {
  /** Its name among the parts of a service. */
  public static final String PART = "policies";

  private static final Logger LOG = LoggerFactory.getLogger(PolicyFeed.class);

  private final WireSerdes serdes;
  private final TopicFeed feed;
  private volatile Activations known = Activations.NONE;

  private PolicyFeed(Properties cluster, NamedTopics topics, WireSerdes serdes, HealthBoard board) {
    this.serdes = serdes;
    this.feed =
        new TopicFeed(PART, cluster, topics.name(Topics.DUNNING_POLICIES), this::hear, board);
  }

  /** A feed that knows all that was activated so far. */
  public static PolicyFeed start(
      Properties cluster, NamedTopics topics, WireSerdes serdes, HealthBoard board) {
    PolicyFeed feed = new PolicyFeed(cluster, topics, serdes, board);
    try {
      feed.feed.start();
      return feed;
    } catch (RuntimeException e) {
      feed.close();
      throw e;
    }
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) {
    if (serdes.decoder().decode(Topics.DUNNING_POLICIES, record.key(), record.value())
        instanceof Decoded.Value<PolicyActivated> it) {
      DunningPolicy policy = it.value().policy();
      known = known.after(it.value());
      LOG.info(
          "policy {} version {} holds from {}",
          policy.name(),
          policy.version(),
          it.value().effectiveFrom());
    } else {
      LOG.error("{} cannot be read and is passed over", feed.place(record));
    }
  }

  @Override
  public Optional<DunningPolicy> inForce(Instant at) {
    return known.inForce(at);
  }

  @Override
  public void close() {
    feed.close();
  }
}
