package io.duecast.streams.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/**
 * How a flow runs on a cluster.
 *
 * @param cluster what a client needs to reach the brokers: bootstrap servers, security
 * @param stateDir where the stores are kept
 * @param threads that process, in this instance
 * @param replicas of the changelogs
 * @param standbys of each store in other instances
 * @param instanceId the same after a restart, so that it goes on at once; null if there is none
 */
public record FlowConfig(
    Properties cluster,
    Path stateDir,
    int threads,
    short replicas,
    int standbys,
    @Nullable String instanceId) {
  /**
   * Most of the time from an issued invoice to its risk; a transaction writes a mark to every
   * partition, so that shorter ones cost under load.
   */
  private static final int COMMIT_INTERVAL_MS = 200;

  /** As long as a member of a group may be silent, by default. */
  private static final Duration LONGEST_LOOK = Duration.ofMinutes(5);

  private static final int LINGER_MS = 100;
  private static final int LARGEST_RECORD_BYTES = 4 << 20;

  /** The same with another number of threads. */
  public FlowConfig withThreads(int other) {
    return new FlowConfig(cluster, stateDir, other, replicas, standbys, instanceId);
  }

  /** The configuration of Kafka Streams for an application id. */
  public Properties of(String applicationId) {
    Properties config = new Properties();
    config.putAll(cluster);
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    config.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) replicas);
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbys);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MS);
    // Never process a record of one topic while an older one of another is still on its way.
    config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0L);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    // The stores hold what they used last as objects.
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
    consumer(config, ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    consumer(config, ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    consumer(config, ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    if (instanceId != null) {
      consumer(config, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instanceId);
    }
    // Nobody sees a record before its transaction is committed, which sends what still waits; but
    // the broker shall not stand idle until then.
    producer(config, ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    producer(config, ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
    // The first records after a commit often find that the broker is still busy with it.
    producer(config, ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
    producer(config, ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    producer(config, ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD_BYTES);
    return config;
  }

  /**
   * The same for a flow that looks at every customer on some days, in one transaction. When an
   * instance is lost for good in the middle, its readers wait as long.
   */
  Properties ofUnhurried(String applicationId) {
    Properties config = of(applicationId);
    producer(config, ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) LONGEST_LOOK.toMillis());
    return config;
  }

  private static void consumer(Properties config, String name, Object value) {
    config.put(StreamsConfig.consumerPrefix(name), value);
  }

  private static void producer(Properties config, String name, Object value) {
    config.put(StreamsConfig.producerPrefix(name), value);
  }
}
