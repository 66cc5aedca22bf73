package io.duecast.standalone.doctor;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;

/** Looks at brokers, topics and what is still to be processed. */
final class ClusterChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Connection connection;
  private final List<Check> checks = new ArrayList<>();

  ClusterChecks(Connection connection) {
    this.connection = connection;
  }

  List<Check> all() throws InterruptedException {
    try (Admin admin = Admin.create(impatient(connection.cluster()))) {
      Collection<?> nodes = admin.describeCluster().nodes().get();
      checks.add(Check.ok("brokers", nodes.size() + " at " + connection.bootstrapServers()));
      topics(admin);
    } catch (ExecutionException | KafkaException e) {
      checks.add(
          Check.bad(
              "brokers",
              "%s: %s; check --bootstrap and the cluster.* settings"
                  .formatted(connection.bootstrapServers(), cause(e))));
    }
    return checks;
  }

  private void topics(Admin admin) throws InterruptedException, ExecutionException {
    Map<String, Topic<?>> ours = new TreeMap<>();
    Topics.all().forEach(topic -> ours.put(connection.topics().name(topic), topic));
    Set<String> there = new TreeSet<>(admin.listTopics().names().get());
    there.retainAll(ours.keySet());
    if (there.size() < ours.size()) {
      Set<String> missing = new TreeSet<>(ours.keySet());
      missing.removeAll(there);
      checks.add(
          Check.note(
              "topics",
              "not there yet: " + String.join(", ", missing) + "; the first start creates them"));
      return;
    }
    Map<String, TopicDescription> described = admin.describeTopics(there).allTopicNames().get();
    Set<Integer> counts = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    described.forEach(
        (name, it) -> {
          if (Objects.requireNonNull(ours.get(name)).spread() == Topic.Spread.BY_CUSTOMER) {
            counts.add(it.partitions().size());
          } else if (it.partitions().size() != 1) {
            wrong.add(name + " has " + it.partitions().size() + " partitions and must have one");
          }
        });
    if (counts.size() > 1) {
      wrong.add("topics keyed by customer have different partition counts " + counts);
    }
    checks.add(
        wrong.isEmpty()
            ? Check.ok("topics", ours.size() + ", partitions by customer " + counts)
            : Check.bad("topics", String.join("; ", wrong) + "; create them anew"));
    configs(admin, ours);
    processing();
  }

  /** History would be gone within minutes under a retention of days. */
  private void configs(Admin admin, Map<String, Topic<?>> ours)
      throws InterruptedException, ExecutionException {
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(
                ours.keySet().stream()
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList())
            .all()
            .get();
    List<String> wrong = new ArrayList<>();
    Map<String, Config> byName = new HashMap<>();
    configs.forEach((resource, config) -> byName.put(resource.name(), config));
    ours.forEach(
        (name, topic) ->
            topic
                .config()
                .forEach(
                    (key, value) -> {
                      String is = Objects.requireNonNull(byName.get(name)).get(key).value();
                      if (!value.equals(is)) {
                        wrong.add("%s: %s is %s, not %s".formatted(name, key, is, value));
                      }
                    }));
    checks.add(
        wrong.isEmpty()
            ? Check.ok("retention", "everything is kept for ever")
            : Check.bad("retention", String.join("; ", wrong) + "; alter these topics"));
  }

  private void processing() throws InterruptedException {
    long behind = new Processing(connection).behind();
    checks.add(
        behind == 0
            ? Check.ok("processing", "nothing waits")
            : Check.note(
                "processing", "%,d records wait to be processed by the flows".formatted(behind)));
  }

  private static Properties impatient(Properties cluster) {
    cluster.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    cluster.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    return cluster;
  }

  private static String cause(Exception e) {
    return e.getCause() == null ? e.toString() : e.getCause().toString();
  }
}
