package io.duecast.standalone.book;

import io.duecast.customer.CustomerId;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** The invoices of a book, and what became of each; counted on the topics themselves. */
final class BookInvoices {
  private record Key(String customer, String invoice) {}

  private final Map<Key, Integer> assessments = new HashMap<>();
  private final Set<Key> refused = new HashSet<>();

  void add(CustomerId customer, InvoiceId invoice) {
    assessments.putIfAbsent(new Key(customer.value(), invoice.value()), 0);
  }

  int size() {
    return assessments.size();
  }

  /** Looks at every assessment and every dead letter that there is. */
  Outcome countOn(Connection connection) {
    assessments.replaceAll((key, count) -> 0);
    try (TopicRecords<RiskAssessed> risks =
        new TopicRecords<>(connection, Topics.INVOICE_RISK).fromBeginning(true)) {
      risks.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<RiskAssessed> it
                && it.value().trigger() == AssessmentTrigger.ISSUED
                && it.value().role() != ScorerRole.SHADOW) {
              Key key = new Key(it.value().customer().value(), it.value().invoice().value());
              assessments.computeIfPresent(key, (same, count) -> count + 1);
            }
            return true;
          });
    }
    try (TopicRecords<DeadLetter> letters =
        new TopicRecords<>(connection, Topics.DEAD_LETTERS).fromBeginning(true)) {
      letters.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<DeadLetter> it) {
              refuse(connection, it.value());
            }
            return true;
          });
    }
    return outcome();
  }

  private void refuse(Connection connection, DeadLetter letter) {
    if (!letter.sourceTopic().equals(connection.topics().name(Topics.HISTORICAL_EVENTS))) {
      return;
    }
    Decoded<Record> decoded =
        connection
            .serdes()
            .decoder()
            .decode(Topics.HISTORICAL_EVENTS, bytes(letter.key()), bytes(letter.value()));
    if (decoded instanceof Decoded.Value<Record> it && it.value() instanceof InvoiceIssued issued) {
      Key key = new Key(issued.customer().value(), issued.invoice().value());
      if (assessments.containsKey(key)) {
        refused.add(key);
      }
    }
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.get();
  }

  private Outcome outcome() {
    long once = assessments.values().stream().filter(count -> count == 1).count();
    long several = assessments.values().stream().filter(count -> count > 1).count();
    long letters =
        assessments.entrySet().stream()
            .filter(it -> it.getValue() == 0 && refused.contains(it.getKey()))
            .count();
    return new Outcome(assessments.size(), once, several, letters);
  }

  /**
   * What became of them.
   *
   * @param once exactly one assessment of record
   * @param several more than one, which must not be
   * @param refused none, and a dead letter instead
   */
  record Outcome(long invoices, long once, long several, long refused) {
    boolean isAccountedFor() {
      return several == 0 && once + refused == invoices;
    }
  }
}
