package io.duecast.standalone.letters;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topic;
import io.duecast.wire.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;

/** The dead letters that there are, and which of them were sent again. */
final class Letters {
  /** On a record that is sent again: the id of its letter. */
  static final String RETRY_OF = "duecast_retry_of";

  private final List<DeadLetter> all;
  private final Set<String> retried;
  private final Set<String> refusedAgain;

  private Letters(List<DeadLetter> all, Set<String> retried, Set<String> refusedAgain) {
    this.all = all;
    this.retried = retried;
    this.refusedAgain = refusedAgain;
  }

  /** What became of a letter. */
  enum State {
    WAITING("waiting"),
    RETRIED("retried"),
    REFUSED_AGAIN("refused again");

    private final String words;

    State(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  static Letters read(Connection connection) {
    Map<String, DeadLetter> byId = new LinkedHashMap<>();
    try (TopicRecords<DeadLetter> records =
        new TopicRecords<>(connection, Topics.DEAD_LETTERS).fromBeginning(true)) {
      records.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<DeadLetter> it) {
              byId.put(it.value().id(), it.value());
            }
            return true;
          });
    }
    List<DeadLetter> all = List.copyOf(byId.values());
    Set<String> refusedAgain = new HashSet<>();
    all.forEach(letter -> retryOf(letter).ifPresent(refusedAgain::add));
    Set<String> retried = new HashSet<>(refusedAgain);
    Set<String> topics = new HashSet<>();
    all.forEach(letter -> topics.add(letter.sourceTopic()));
    for (String name : topics) {
      connection.topics().find(name).ifPresent(topic -> addRetried(connection, topic, retried));
    }
    return new Letters(all, retried, refusedAgain);
  }

  private static void addRetried(Connection connection, Topic<?> topic, Set<String> retried) {
    try (TopicRecords<?> records = new TopicRecords<>(connection, topic).fromBeginning(true)) {
      records.headers(
          header -> {
            Header mark = header.lastHeader(RETRY_OF);
            if (mark != null) {
              retried.add(new String(mark.value(), StandardCharsets.UTF_8));
            }
          });
    }
  }

  /** Of which letter this one's record was the second attempt. */
  static Optional<String> retryOf(DeadLetter letter) {
    Bytes mark = letter.headers().get(RETRY_OF);
    return mark == null
        ? Optional.empty()
        : Optional.of(new String(mark.get(), StandardCharsets.UTF_8));
  }

  /** Letters of a reason and a topic; null for any. */
  List<DeadLetter> of(LetterFilter filter) {
    List<DeadLetter> found = new ArrayList<>();
    for (DeadLetter letter : all) {
      if (filter.fits(letter)) {
        found.add(letter);
      }
    }
    return found;
  }

  Optional<DeadLetter> find(String id) {
    return all.stream().filter(letter -> letter.id().equals(id)).findFirst();
  }

  State state(DeadLetter letter) {
    if (refusedAgain.contains(letter.id())) {
      return State.REFUSED_AGAIN;
    }
    return retried.contains(letter.id()) ? State.RETRIED : State.WAITING;
  }
}
