package io.duecast.streams.forecast;

import io.duecast.calendar.DayOpened;
import io.duecast.forecast.CashDesk;
import io.duecast.receivable.CustomerUpdated;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.RiskAssessed;
import io.duecast.streams.intake.Incoming;
import io.duecast.streams.intake.RecordReader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Lets the desk hear what is owed and how it was assessed, and says once a week what it says. */
final class FollowCash extends ContextualProcessor<byte[], byte[], String, Foretold> {
  private final RecordReader reader;
  private final DeskSettings settings;

  @SuppressWarnings("NullAway.Init") // set by init
  private CashDesk desk;

  FollowCash(RecordReader reader, DeskSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public void init(ProcessorContext<String, Foretold> context) {
    super.init(context);
    desk =
        new CashDesk(new StoredCashFiles(context), settings.zone(), settings.policy().graceDays());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    switch (reader.read(record, context().recordMetadata().orElseThrow())) {
      case Incoming.Refused it -> forward(record, new Foretold.Refused(it.letter()));
      case Incoming.Value it -> hear(it.value(), record);
    }
  }

  private void hear(Object value, Record<byte[], byte[]> record) {
    switch (value) {
      case ReceivableChanged it -> desk.after(it);
      case RiskAssessed it -> desk.after(it);
      case DayOpened it -> {
        int partition = context().taskId().partition();
        desk.after(it)
            .forEach(
                (monday, parts) ->
                    forward(
                        record,
                        new Foretold.Week(
                            new PartOfForecast(partition, monday, it.replayed(), parts))));
      }
      case CustomerUpdated it -> {} // no cash follows from it
      default -> throw new IllegalStateException("no input topic carries " + value.getClass());
    }
  }

  private void forward(Record<byte[], byte[]> record, Foretold foretold) {
    context().forward(new Record<>("", foretold, record.timestamp(), new RecordHeaders()));
  }
}
