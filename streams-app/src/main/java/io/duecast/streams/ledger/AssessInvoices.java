package io.duecast.streams.ledger;

import io.duecast.indicator.Indicators;
import io.duecast.risk.Conclusion;
import io.duecast.risk.DeskSettings;
import io.duecast.risk.RiskDesk;
import io.duecast.risk.Scorers;
import io.duecast.streams.watch.FlowWatch;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Folds the accounts into histories and assesses what is opened; the rules are the desk's. */
final class AssessInvoices extends ContextualProcessor<String, Kept, String, Conclusion> {
  private final DeskSettings settings;
  private final Scorers scorers;
  private final Indicators indicators;
  private final FlowWatch watch;

  @SuppressWarnings("NullAway.Init") // set by init
  private RiskDesk desk;

  AssessInvoices(DeskSettings settings, Scorers scorers, Indicators indicators, FlowWatch watch) {
    this.settings = settings;
    this.scorers = scorers;
    this.indicators = indicators;
    this.watch = watch;
  }

  @Override
  public void init(ProcessorContext<String, Conclusion> context) {
    super.init(context);
    desk = new RiskDesk(new StoredFiles(context), settings, scorers, indicators);
  }

  @Override
  public void process(Record<String, Kept> record) {
    switch (record.value()) {
      case Kept.CustomerKnown it -> desk.after(it.update());
      case Kept.AccountMoved it ->
          desk.after(it.customer(), it.entries()).forEach(each -> conclude(record, each));
      case Kept.DayBegan it -> throw new IllegalStateException("a day is no account");
      case Heard.Refused it -> throw new IllegalStateException("a dead letter is no account");
    }
  }

  private void conclude(Record<String, Kept> record, Conclusion conclusion) {
    if (conclusion instanceof Conclusion.Assessed it) {
      long now = context().currentSystemTimeMs();
      watch.assessed(it.risk(), Duration.ofMillis(now - record.timestamp()));
    }
    context().forward(record.withValue(conclusion).withHeaders(new RecordHeaders()));
  }
}
