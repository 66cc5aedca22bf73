package io.duecast.reminder;

import io.duecast.service.progress.CatchUp;
import io.duecast.service.progress.FlowGroup;
import io.duecast.service.progress.Way;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicEnds;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;

/** What lies between a fact and a reminder. */
interface Stages {
  /** The way of a flow to the ends that its inputs have now. */
  Way of(FlowGroup flow);

  /** Where partitions end now. */
  Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions);

  /** Those of a cluster. */
  static Stages in(Properties cluster, NamedTopics topics) {
    return new Stages() {
      @Override
      public Way of(FlowGroup flow) {
        return CatchUp.to(
            cluster, flow.id(topics.prefix()), flow.inputs().stream().map(topics::name).toList());
      }

      @Override
      public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return TopicEnds.of(cluster, partitions);
      }
    };
  }
}
