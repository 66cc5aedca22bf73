package io.duecast.containers;

import io.duecast.streams.Flows;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;

/** Which instances have a part in the ledger. */
final class Members {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private Members() {}

  /** Until so many instances have partitions of the ledger, and nothing moves. */
  static void awaitSharedBetween(int instances, Installation installation) throws Exception {
    String group = installation.groupOf(Flows.LEDGER);
    try (Admin admin = Admin.create(installation.cluster().clients())) {
      Await.until(
          instances + " instances have a part in the ledger",
          PATIENCE,
          () -> hostsAtWork(admin, group) == instances);
    }
  }

  private static long hostsAtWork(Admin admin, String group) throws Exception {
    ConsumerGroupDescription described =
        admin.describeConsumerGroups(List.of(group)).describedGroups().get(group).get();
    return described.members().stream()
        .filter(it -> !it.assignment().topicPartitions().isEmpty())
        .map(MemberDescription::host)
        .distinct()
        .count();
  }
}
