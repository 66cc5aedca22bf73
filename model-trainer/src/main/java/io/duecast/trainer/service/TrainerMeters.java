package io.duecast.trainer.service;

import io.duecast.health.HealthAlarm;
import io.duecast.release.ModelSlot;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The trainer's numbers. All of them stand there from the start. */
final class TrainerMeters {
  private final Map<String, Counter> trainings = new TreeMap<>();
  private final Timer duration;
  private volatile boolean isElected;
  private volatile long labels;
  private volatile Set<String> alarms = Set.of();

  TrainerMeters(MeterRegistry meters) {
    for (String result : List.of("champion", "shadow", "refused", "too-little", "failed")) {
      trainings.put(
          result,
          Counter.builder("duecast.trainings")
              .description("trainings of this instance, by what came of them")
              .tag("result", result)
              .register(meters));
    }
    this.duration =
        Timer.builder("duecast.training")
            .description("how long trainings took, from reading the labels to the decision")
            .register(meters);
    Gauge.builder("duecast.trainer.elected", this, it -> it.isElected ? 1 : 0)
        .description("whether it is this instance that learns")
        .register(meters);
    Gauge.builder("duecast.labels.known", this, it -> it.labels)
        .description("labelled invoices that this instance knows")
        .register(meters);
    for (String kind : List.of(HealthAlarm.DRIFT, HealthAlarm.FALLING_ESTIMATE)) {
      Gauge.builder("duecast.model.alarm", this, it -> it.alarms.contains(kind) ? 1 : 0)
          .description("1 while the health of the model in charge gives an alarm")
          .tag("kind", kind)
          .register(meters);
    }
  }

  void elected(boolean elected) {
    isElected = elected;
  }

  void labels(long known) {
    labels = known;
  }

  void alarms(List<HealthAlarm> raised) {
    alarms = raised.stream().map(HealthAlarm::kind).collect(Collectors.toUnmodifiableSet());
  }

  void learned(Learned result, Duration took) {
    switch (result) {
      case Learned.TooLittle it -> count("too-little", took);
      case Learned.Decided it -> count(resultOf(it.decision().slot()), took);
    }
  }

  void failed(Duration took) {
    count("failed", took);
  }

  private static String resultOf(ModelSlot slot) {
    return switch (slot) {
      case CHAMPION -> "champion";
      case SHADOW -> "shadow";
      case NONE, UNKNOWN -> "refused";
    };
  }

  private void count(String result, Duration took) {
    Objects.requireNonNull(trainings.get(result), result).increment();
    duration.record(took);
  }
}
