package io.duecast.console.projection;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What a cluster calls its topics, besides their names: a topic that is made anew has a new id. */
final class TopicIds {
  private TopicIds() {}

  /** By name; waits for so long. */
  static Map<String, String> of(Properties cluster, Collection<String> topics, Duration patience) {
    Admin admin = Admin.create(cluster);
    try {
      Map<String, TopicDescription> told =
          admin
              .describeTopics(
                  topics, new DescribeTopicsOptions().timeoutMs((int) patience.toMillis()))
              .allTopicNames()
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      Map<String, String> ids = new TreeMap<>();
      told.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
      return ids;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException failure) {
        throw failure;
      }
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("describing topics", e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } finally {
      admin.close(Duration.ZERO); // what nobody answered is not waited for
    }
  }
}
