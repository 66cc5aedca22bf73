package io.duecast.streams.forecast;

import io.duecast.forecast.CashBook;
import io.duecast.forecast.CashPart;
import io.duecast.forecast.CashStatement;
import io.duecast.streams.store.DayProgress;
import io.duecast.streams.store.PartsOfDays;
import io.duecast.wire.TopicKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Adds up what the partitions say of each week, by number, as soon as the last of them has come to
 * it, and keeps the book of the forecasts.
 */
final class GatherCash extends ContextualProcessor<String, PartOfForecast, String, CashStatement> {
  private final int partitions;

  @SuppressWarnings("NullAway.Init") // set by init
  private KeyValueStore<String, CashBook> books;

  @SuppressWarnings("NullAway.Init") // set by init
  private PartsOfDays<PartOfForecast> parts;

  /**
   * @param partitions that the customers are spread over
   */
  GatherCash(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public void init(ProcessorContext<String, CashStatement> context) {
    super.init(context);
    books = context.getStateStore(ForecastStores.BOOKS);
    parts =
        new PartsOfDays<>(
            context.getStateStore(ForecastStores.WAITING),
            new DayProgress(context.getStateStore(ForecastStores.PROGRESS), partitions));
  }

  @Override
  public void process(Record<String, PartOfForecast> record) {
    PartOfForecast part = record.value();
    Instant at = Instant.ofEpochMilli(record.timestamp());
    parts.after("", part.monday(), part.partition(), part).forEach(week -> tell(week, at));
  }

  private void tell(List<PartOfForecast> week, Instant at) {
    SortedMap<String, CashPart> byCurrency = new TreeMap<>();
    for (PartOfForecast part : week) {
      for (CashPart each : part.parts()) {
        String currency = each.outlook().open().currency().getCurrencyCode();
        byCurrency.merge(currency, each, CashPart::plus);
      }
    }
    boolean replayed = week.stream().allMatch(PartOfForecast::replayed);
    byCurrency.forEach(
        (currency, all) -> {
          CashBook known = books.get(currency);
          CashBook book = (known == null ? CashBook.NEW : known).after(all, at, replayed);
          books.put(currency, book);
          CashStatement told = book.latest();
          context()
              .forward(
                  new Record<>(TopicKey.of(told), told, at.toEpochMilli(), new RecordHeaders()));
        });
  }
}
