package io.duecast.standalone.book;

import io.duecast.calendar.DayOpened;
import io.duecast.release.ModelReleased;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.Processing;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.streams.Flows;
import io.duecast.streams.run.DuecastService;
import io.duecast.trainer.service.Learned;
import io.duecast.trainer.service.LearningPlans;
import io.duecast.trainer.service.Occasion;
import io.duecast.trainer.service.Trainer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Learns in virtual time: history is held while all that was known by a day becomes labels and a
 * model of them, and goes on when that scores.
 */
final class LearningOnTheWay implements HistoryLearning {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Connection connection;
  private final Rhythm rhythm;
  private final ImportProgress progress;
  private final Trainer trainer;
  private final DuecastService service;

  LearningOnTheWay(Connection connection, Rhythm rhythm, ImportProgress progress) {
    DuecastService here = connection.service();
    if (here == null) {
      throw new CommandFailure(
          "--learn holds the flows while it trains, so they must run in this command: stop"
              + " 'duecast up' on this data directory first, or import without --learn");
    }
    this.connection = connection;
    this.rhythm = rhythm;
    this.progress = progress;
    this.trainer =
        new Trainer(
            LearningPlans.of(
                    connection.setup().settings(), connection.cluster(), connection.serdes())
                .withoutTrial());
    this.service = here;
  }

  @Override
  public boolean isDue(DayOpened day) {
    return rhythm.isDue(day.date());
  }

  @Override
  public void learn(DayOpened day, Instant at) throws InterruptedException {
    new Processing(connection).await(left -> {});
    new Processing(connection, Flows.LABELLING).await(left -> {});
    guard(new Occasion("guard", day.date(), at));
    Occasion occasion = new Occasion("history", day.date(), at);
    Learned learned =
        trainer.learn(occasion, (stage, done, of) -> progress.learning(day.date(), done, of));
    progress.pause();
    Console console = connection.setup().console();
    switch (learned) {
      case Learned.TooLittle it -> console.say("%s: no model yet: %s", day.date(), it.why());
      case Learned.Decided it -> {
        awaitHeard(it.decision());
        console.say(
            "%s: model %s %s: %s",
            day.date(),
            it.decision().modelId().substring(0, 12),
            it.decision().decision().name().toLowerCase(Locale.ROOT),
            String.join("; ", it.decision().reasons()));
      }
    }
  }

  private void guard(Occasion occasion) throws InterruptedException {
    ModelReleased back = trainer.guard(occasion).orElse(null);
    if (back != null) {
      awaitHeard(back);
      connection
          .setup()
          .console()
          .say(
              "%s: model %s taken back: %s",
              occasion.knownOn(),
              String.valueOf(back.previous()),
              String.join("; ", back.reasons()));
    }
  }

  private void awaitHeard(ModelReleased decision) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!service.models().knows(decision.releaseId())) {
      if (System.nanoTime() > deadline) {
        throw new CommandFailure(
            "model %s was released, but scoring does not take it; %s says why",
            decision.modelId(), connection.setup().data().log());
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
