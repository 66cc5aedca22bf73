package io.duecast.service.launch;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.settings.Stated;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;

/**
 * Makes sure of the topics: creates those that are missing, with the count that the others have.
 */
public final class TopicSetup {
  private TopicSetup() {}

  /**
   * Creates what is missing.
   *
   * @param cluster what a client needs to reach the brokers
   * @return the names of the topics that were created
   * @throws StartException if another partition count was asked for than there is
   */
  public static Set<String> ensure(DuecastSettings settings, Properties cluster)
      throws InterruptedException {
    try (Admin admin = Admin.create(cluster)) {
      int count = chosen(settings, partitions(admin, settings.topics()));
      TopicCreation creation =
          new TopicCreation(settings.topics(), count, (short) settings.number(Catalogue.REPLICAS));
      try {
        return creation.ensure(admin);
      } catch (IllegalStateException e) {
        throw new StartException("%s", String.valueOf(e.getMessage()));
      }
    }
  }

  private static int chosen(DuecastSettings settings, Map<String, Integer> existing) {
    Stated stated = settings.of(Catalogue.PARTITIONS);
    for (Topic<?> topic : Topics.all()) {
      Integer is = existing.get(settings.topics().name(topic));
      if (is != null && topic.spread() == Topic.Spread.BY_CUSTOMER) {
        if (stated.isStated() && is != Integer.parseInt(stated.text())) {
          throw new StartException(
              "%s asks for %s partitions, but %s has %d; a count cannot change once there are"
                  + " records: drop the setting, or use another data directory or topics.prefix",
              stated.origin(), stated.text(), settings.topics().name(topic), is);
        }
        return is;
      }
    }
    return Integer.parseInt(stated.text());
  }

  /** The partition counts of those of our topics that exist, by name. */
  public static Map<String, Integer> partitions(Admin admin, NamedTopics topics)
      throws InterruptedException {
    try {
      Set<String> names = new HashSet<>(admin.listTopics().names().get());
      names.retainAll(Topics.all().stream().map(topics::name).toList());
      Map<String, Integer> counts = new TreeMap<>();
      Map<String, TopicDescription> described = admin.describeTopics(names).allTopicNames().get();
      described.forEach((name, it) -> counts.put(name, it.partitions().size()));
      return counts;
    } catch (ExecutionException e) {
      throw new KafkaException("the brokers cannot be asked about their topics", e.getCause());
    }
  }
}
