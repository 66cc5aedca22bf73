package io.duecast.standalone.policies;

import io.duecast.dunning.Activations;
import io.duecast.dunning.DunningPolicy;
import io.duecast.dunning.PolicyActivated;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.wire.Decoded;
import io.duecast.wire.TopicKey;
import io.duecast.wire.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** The policies of an installation. */
final class KnownPolicies {
  private final Connection connection;
  private Activations activations = Activations.NONE;

  KnownPolicies(Connection connection) {
    this.connection = connection;
    try (TopicRecords<PolicyActivated> all =
        new TopicRecords<>(connection, Topics.DUNNING_POLICIES).fromBeginning(true)) {
      all.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<PolicyActivated> it) {
              activations = activations.after(it.value());
            }
            return true;
          });
    }
  }

  /** In the order of the moments from which they hold. */
  List<PolicyActivated> inOrder() {
    return activations.inOrder();
  }

  /**
   * The policy in force at a moment.
   *
   * @throws CommandFailure if there is none
   */
  DunningPolicy inForce(Instant at) {
    return activations
        .inForce(at)
        .orElseThrow(
            () ->
                new CommandFailure(
                    "no policy was in force at %s; 'duecast policies activate FILE' does it",
                    at.truncatedTo(ChronoUnit.SECONDS)));
  }

  /** Refuses the number of an earlier version for another policy. */
  void checkVersion(DunningPolicy policy) {
    for (PolicyActivated it : inOrder()) {
      DunningPolicy known = it.policy();
      boolean sameNumber =
          known.name().equals(policy.name()) && known.version() == policy.version();
      if (sameNumber && !known.equals(policy)) {
        throw new CommandFailure(
            "version %d of policy %s was activated with another content: give it another version",
            policy.version(), policy.name());
      }
    }
  }

  void tell(PolicyActivated activated) throws InterruptedException {
    Properties config = new Properties();
    config.putAll(connection.cluster());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    try (Producer<String, PolicyActivated> producer =
        new KafkaProducer<>(
            config,
            new StringSerializer(),
            connection.serdes().serializer(Topics.DUNNING_POLICIES))) {
      producer
          .send(
              new ProducerRecord<>(
                  connection.topics().name(Topics.DUNNING_POLICIES),
                  null,
                  activated.recordedAt().toEpochMilli(),
                  TopicKey.of(activated),
                  activated))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("the policy could not be activated", e.getCause());
    }
  }
}
