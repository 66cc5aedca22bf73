package io.duecast.standalone.letters;

import io.duecast.check.RejectReason;
import io.duecast.wire.DeadLetter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant. */
final class LetterFilter {
  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "Only of this reason: ${COMPLETION-CANDIDATES}.")
  @Nullable RejectReason reason;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Only from this topic, by its full name.")
  @Nullable String topic;

  boolean fits(DeadLetter letter) {
    return (reason == null || letter.reason() == reason)
        && (topic == null || letter.sourceTopic().equals(topic));
  }
}
