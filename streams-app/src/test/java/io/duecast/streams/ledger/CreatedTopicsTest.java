package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** On a real broker: who writes to topics that were just created is not too early. */
class CreatedTopicsTest {
  private static final int PARTITIONS = 24;

  @Test
  void everyPartitionIsServedAtOnce() throws Exception {
    NamedTopics topics = Topics.named("served-at-once.");
    try (BrokerRig rig = new BrokerRig(topics)) {
      Map<String, Object> once = new HashMap<>();
      rig.cluster().forEach((name, value) -> once.put(name.toString(), value));
      once.put("retries", 0);
      try (Admin impatient = Admin.create(once)) {
        new TopicCreation(topics, PARTITIONS, (short) 1).ensure(rig.admin());

        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
          for (Topic<?> topic : new Topic<?>[] {Topics.INVOICE_EVENTS, Topics.INVOICE_RISK}) {
            ends.put(new TopicPartition(topics.name(topic), partition), OffsetSpec.latest());
          }
        }
        assertThat(impatient.listOffsets(ends).all().get()).hasSize(2 * PARTITIONS);
      }
    }
  }
}
