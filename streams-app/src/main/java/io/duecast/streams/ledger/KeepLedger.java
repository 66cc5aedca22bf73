package io.duecast.streams.ledger;

import io.duecast.calendar.DayOpened;
import io.duecast.check.Rejection;
import io.duecast.customer.CustomerId;
import io.duecast.receivable.AccountEntry;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.Entries;
import io.duecast.receivable.Ledger;
import io.duecast.receivable.LedgerPolicy;
import io.duecast.streams.intake.DeadLetters;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.DeadLetter;
import io.duecast.wire.TopicKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Folds facts and days into the accounts; the rules are the {@link Ledger}'s. */
final class KeepLedger extends ContextualProcessor<String, Heard, String, Kept> {
  private final LedgerPolicy policy;
  private final FlowWatch watch;

  @SuppressWarnings("NullAway.Init") // set by init
  private Ledger ledger;

  KeepLedger(LedgerPolicy policy, FlowWatch watch) {
    this.policy = policy;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<String, Kept> context) {
    super.init(context);
    ledger = new Ledger(new StoredBooks(context), policy);
  }

  @Override
  public void process(Record<String, Heard> record) {
    switch (record.value()) {
      case Heard.FactHeard it -> keep(it, record);
      case Heard.DayHeard it -> begin(it.day(), record);
      case Heard.FigureHeard it -> throw new IllegalStateException("an indicator is no fact");
      case Heard.Refused it -> context().forward(record.withValue(it));
    }
  }

  private void begin(DayOpened day, Record<String, Heard> record) {
    Kept.DayBegan began = new Kept.DayBegan(day, context().taskId().partition());
    context()
        .forward(new Record<>(TopicKey.of(day), began, record.timestamp(), new RecordHeaders()));
    ledger.after(day, Instant.ofEpochMilli(record.timestamp())).entries().stream()
        .collect(
            Collectors.groupingBy(AccountEntry::customer, LinkedHashMap::new, Collectors.toList()))
        .forEach((customer, entries) -> forward(record, customer, entries));
  }

  private void keep(Heard.FactHeard heard, Record<String, Heard> record) {
    if (heard.fact() instanceof CustomerUpdated update) {
      context()
          .forward(
              record.withValue(new Kept.CustomerKnown(update)).withHeaders(new RecordHeaders()));
      return;
    }
    Entries entries = ledger.after(heard.fact());
    if (entries.rejection() != null) {
      refuse(record, heard, entries.rejection());
    }
    entries.leftOut().forEach(leftOut -> refuse(record, heard, leftOut));
    if (!entries.entries().isEmpty()) {
      forward(record, heard.fact().customer(), entries.entries());
    }
  }

  private void refuse(Record<String, Heard> record, Heard.FactHeard heard, Rejection rejection) {
    watch.refused(rejection.reason());
    DeadLetter letter =
        DeadLetters.letter(
            context().recordMetadata().orElseThrow(),
            record.headers(),
            record.timestamp(),
            bytes(heard.key()),
            bytes(heard.value()),
            rejection);
    context().forward(record.withValue(new Heard.Refused(letter)));
  }

  private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.get();
  }

  private void forward(
      Record<String, Heard> record, CustomerId customer, List<AccountEntry> entries) {
    context()
        .forward(
            record.withKey(customer.value()).withValue(new Kept.AccountMoved(customer, entries)));
  }
}
