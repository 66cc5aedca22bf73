package io.duecast.trainer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.attribute.AttributeValue;
import io.duecast.attribute.AttributeValue.Numeric;
import io.duecast.calendar.DayOpened;
import io.duecast.customer.CustomerId;
import io.duecast.feature.FeatureSet;
import io.duecast.label.HorizonLabel;
import io.duecast.label.Label;
import io.duecast.label.LabelReason;
import io.duecast.label.LabelledInvoice;
import io.duecast.model.CompiledForest;
import io.duecast.model.ModelFeature;
import io.duecast.model.ModelFile;
import io.duecast.model.RiskModel;
import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.InvoiceId;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.service.watch.HealthBoard;
import io.duecast.service.watch.Watching;
import io.duecast.stack.testing.TestStack;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingListener;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.forest.ExplorerForest;
import io.duecast.trainer.log.LabelLog;
import io.duecast.trainer.log.LabelledBook;
import io.duecast.trainer.release.GatePolicy;
import io.duecast.trainer.release.ModelStore;
import io.duecast.trainer.release.TrialPolicy;
import io.duecast.trainer.release.Trials;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import weka.classifiers.trees.RandomForest;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** On a real broker: labels in, a decision out. */
class TrainerTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final FeatureSet FEATURES = FeatureSet.with(List.of());
  private static final int INVOICES = 3_000;

  private final Random random = new Random(3);
  private final Properties cluster = new Properties();
  private final WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://trainer"));
  private NamedTopics topics = Topics.named("");
  private TrialPolicy trial = TrialPolicy.NONE;

  TrainerTest() {
    cluster.put("bootstrap.servers", TestStack.shared().bootstrapServers());
  }

  @BeforeEach
  void topicsOfTheTestsOwn(TestInfo test) throws Exception {
    topics = Topics.named(test.getTestMethod().orElseThrow().getName() + ".");
    try (Admin admin = Admin.create(cluster)) {
      new TopicCreation(topics, 3, (short) 1).ensure(admin);
    }
  }

  @Test
  void whatProvesItselfIsReleasedAndTheSameQuestionHasTheSameAnswer() throws Exception {
    send(invoices());
    Occasion occasion = new Occasion("schedule", TODAY, NOW);

    ModelReleased decision = decided(trainer().learn(occasion, TrainingListener.NONE));

    assertThat(decision.decision()).as("%s", decision).isEqualTo(ReleaseDecision.PASSED);
    assertThat(decision.slot()).isEqualTo(ModelSlot.CHAMPION);
    assertThat(decision.metrics()).containsEntry("parity.largestDifference", 0.0);
    assertThat(decision.metrics().get("parity.rows")).isGreaterThanOrEqualTo(10_000);
    assertThat(decision.metrics().get("candidate.brier"))
        .isLessThan(decision.metrics().get("rule.brier"));
    byte[] file = store().file(decision.modelId());
    assertThat(ModelFile.id(file)).isEqualTo(decision.modelId());
    Map<String, Long> offsets = ModelFile.read(file).manifest().training().offsets();
    assertThat(offsets).hasSize(3);
    assertThat(offsets.values().stream().mapToLong(it -> it).sum()).isEqualTo(INVOICES);

    assertThat(decided(trainer().learn(occasion, TrainingListener.NONE))).isEqualTo(decision);
    assertThat(store().releases().inOrder()).containsExactly(decision);
  }

  @Test
  void oneThatLearnedFromShuffledLabelsIsStopped() throws Exception {
    List<LabelledInvoice> invoices = invoices();
    List<LabelledInvoice> outcomes = new ArrayList<>(invoices);
    Collections.shuffle(outcomes, random);
    List<LabelledInvoice> shuffled = new ArrayList<>();
    for (int i = 0; i < invoices.size(); i++) {
      shuffled.add(withOutcomeOf(invoices.get(i), outcomes.get(i)));
    }
    send(shuffled);

    ModelReleased decision =
        decided(trainer().learn(new Occasion("schedule", TODAY, NOW), TrainingListener.NONE));

    assertThat(decision.decision()).isEqualTo(ReleaseDecision.REFUSED);
    assertThat(decision.slot()).isEqualTo(ModelSlot.NONE);
    assertThat(decision.reasons().getFirst()).startsWith("no proof");
    assertThat(store().file(decision.modelId())).isNull();
    assertThat(store().releases().champion()).isEmpty();
  }

  @Test
  void ofTwoServicesOneLearnsByItselfOnceThereIsEnough() throws Exception {
    Schedule schedule = new Schedule(2_000, 0.1, 3_000);
    List<LabelledInvoice> invoices = invoices();
    List<Watching> watching = List.of(watching(), watching());
    try (TrainerService one =
            TrainerService.start(plan(), schedule, Clock.systemUTC(), watching.getFirst());
        TrainerService other =
            TrainerService.start(plan(), schedule, Clock.systemUTC(), watching.getLast())) {
      send(invoices.subList(0, 1_000));
      send(invoices.subList(1_000, INVOICES));
      send(List.of(datedWrong()));
      open(LAST);
      long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
      while (trainings(watching, "champion") == 0 && System.nanoTime() < deadline) {
        Thread.sleep(200);
      }
      assertThat(one.isAlive()).isTrue();
      assertThat(other.isAlive()).isTrue();
      assertThat(watching).allMatch(it -> it.board().isReady());
      assertThat(trainings(watching, "champion")).isEqualTo(1);
      assertThat(sum(watching, it -> it.get("duecast.trainings").counters())).isEqualTo(1);
      assertThat(watching)
          .extracting(it -> it.meters().get("duecast.training").timer().count())
          .containsExactlyInAnyOrder(0L, 1L);
    }
    assertThat(store().releases().inOrder())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.decision()).isEqualTo(ReleaseDecision.PASSED);
              assertThat(it.trigger()).isEqualTo("labels");
              assertThat(it.knownOn()).isEqualTo(LAST);
            });
  }

  @Test
  void whatIsProvedScoresSilentlyFirstAndThenTakesOver() throws Exception {
    trial = new TrialPolicy(20, 7, Duration.ofMinutes(5));
    Schedule schedule = new Schedule(2_000, 0.1, 3_000);
    send(invoices());
    open(LAST);
    try (TrainerService service = TrainerService.start(plan(), schedule, Clock.systemUTC())) {
      ModelReleased shadow = awaitDecision(ModelSlot.SHADOW);
      assertThat(shadow.decision()).isEqualTo(ReleaseDecision.PASSED);
      assertThat(store().releases().champion()).isEmpty();

      sendRisks(Trials.silent(shadow, 10));
      assertThat(store().releases().inOrder()).hasSize(1);
      sendRisks(Trials.silent(shadow, 10));

      ModelReleased promoted = awaitDecision(ModelSlot.CHAMPION);
      assertThat(promoted.decision()).isEqualTo(ReleaseDecision.PROMOTED);
      assertThat(promoted.modelId()).isEqualTo(shadow.modelId());
      assertThat(promoted.reasons().getFirst()).startsWith("scored 20 live invoices silently");
      assertThat(promoted.metrics()).containsKeys("candidate.brier", "trial.mean");
      assertThat(service.isAlive()).isTrue();
    }
  }

  @Test
  void aForestTrainedInWekasExplorerIsTakenOverIfItProvesItself(@TempDir Path directory)
      throws Exception {
    List<LabelledInvoice> invoices = invoices();
    send(invoices);
    int seen = INVOICES / 3;
    LocalDate learnedUntil = invoices.get(seen - 1).issuedOn();
    CompiledForest forest = explored(directory, invoices.subList(0, seen));

    ModelReleased decision =
        trainer().adopt(forest, learnedUntil, new Occasion("person", TODAY, NOW), null);

    assertThat(decision.decision()).as("%s", decision).isEqualTo(ReleaseDecision.PASSED);
    assertThat(decision.slot()).isEqualTo(ModelSlot.CHAMPION);
    RiskModel model = store().model(decision.modelId());
    assertThat(model.manifest().hyperParameters()).containsEntry("trainedIn", "Weka's Explorer");
    assertThat(model.manifest().training().from()).isAfter(learnedUntil);
    assertThat(model.manifest().features())
        .extracting(ModelFeature::key)
        .containsExactly("prior_late_ratio", "mean_days_past_due");

    assertThatThrownBy(
            () -> trainer().adopt(forest, TODAY, new Occasion("person", TODAY, NOW), null))
        .isInstanceOf(TooLittleDataException.class);
    ModelReleased forced =
        trainer()
            .adopt(
                forest,
                learnedUntil,
                new Occasion("person", TODAY, NOW.plusSeconds(1)),
                "we know better");
    assertThat(forced.decision()).isEqualTo(ReleaseDecision.FORCED);
    assertThat(forced.reasons().getFirst()).isEqualTo("we know better");
    assertThat(forced.reasons().get(1)).startsWith("the gate: ");
  }

  /** As a person would train it there, from a table of two features. */
  private static CompiledForest explored(Path directory, List<LabelledInvoice> invoices)
      throws Exception {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("prior_late_ratio"));
    attributes.add(new Attribute("mean_days_past_due"));
    attributes.add(new Attribute("outcome", List.of("on time", "late")));
    Instances rows = new Instances("invoices", attributes, 0);
    rows.setClassIndex(2);
    for (LabelledInvoice it : invoices) {
      rows.add(
          new DenseInstance(
              1,
              new double[] {
                ((Numeric) it.features().get("prior_late_ratio")).value(),
                ((Numeric) it.features().get("mean_days_past_due")).value(),
                isLate(it) ? 1 : 0
              }));
    }
    RandomForest forest = new RandomForest();
    forest.setMaxDepth(5);
    forest.buildClassifier(rows);
    Path model = directory.resolve("forest.model");
    SerializationHelper.writeAll(model.toString(), new Object[] {forest, new Instances(rows, 0)});
    Path header = Files.writeString(directory.resolve("h.arff"), new Instances(rows, 0).toString());
    return ExplorerForest.read(model, header, null, FEATURES).compiled();
  }

  private ModelReleased awaitDecision(ModelSlot slot) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (System.nanoTime() < deadline) {
      for (ModelReleased it : store().releases().inOrder()) {
        if (it.slot() == slot) {
          return it;
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no " + slot + " in " + store().releases());
  }

  @Test
  void aBadModelThatWasForcedInIsTakenBackAndAGoodOneStays() throws Exception {
    List<LabelledInvoice> invoices = invoices();
    send(invoices.stream().map(it -> servedAs("good", it, isLate(it) ? 0.7 : 0.1)).toList());
    force("good", null);
    Occasion occasion = new Occasion("guard", TODAY, NOW.plusSeconds(60));
    assertThat(trainer().guard(occasion)).isEmpty();

    send(
        invoices().stream()
            .map(it -> another(servedAs("bad", it, isLate(it) ? 0.1 : 0.7)))
            .toList());
    force("bad", "good");
    ModelReleased back = trainer().guard(occasion).orElseThrow();

    assertThat(back.decision()).isEqualTo(ReleaseDecision.ROLLED_BACK);
    assertThat(back.modelId()).isEqualTo("good");
    assertThat(back.previous()).isEqualTo("bad");
    assertThat(back.reasons().getFirst()).contains("did better in 100 %");
    assertThat(store().releases().champion()).contains(back);
    assertThat(trainer().guard(occasion)).isEmpty();

    force("bad", "good");
    assertThat(trainer().guard(occasion)).as("asked again for the same occasion").isEmpty();
    assertThat(trainer().guard(new Occasion("guard", TODAY, NOW.plusSeconds(90)))).isPresent();
  }

  @Test
  void tooLittleToLearnFromIsSaidAndNothingIsDecided() throws Exception {
    send(invoices().subList(0, 100));

    Learned learned = trainer().learn(new Occasion("schedule", TODAY, NOW), TrainingListener.NONE);

    assertThat(learned)
        .isInstanceOfSatisfying(
            Learned.TooLittle.class, it -> assertThat(it.why()).contains("100").contains("200"));
    assertThat(store().releases().inOrder()).isEmpty();
  }

  @Test
  void theLastRevisionOfAnInvoiceHoldsAndTheOrderIsThatOfIssue() throws Exception {
    List<LabelledInvoice> invoices = invoices().subList(0, 300);
    List<LabelledInvoice> all = new ArrayList<>();
    for (LabelledInvoice it : invoices) {
      all.add(revised(it, 1, Label.LATE));
      all.add(revised(it, 2, Label.ON_TIME));
    }
    Collections.shuffle(all, random);
    all.sort((a, b) -> Integer.compare(a.revision(), b.revision()));
    send(all);

    LabelledBook book =
        new LabelLog(cluster, topics, serdes, 10_000).read(TODAY, Columns.of(FEATURES));

    assertThat(book.rows().rows()).isEqualTo(300);
    assertThat(book.share()).isEqualTo(1);
    for (int row = 0; row < book.rows().rows(); row++) {
      assertThat(book.rows().label(row, 0)).isEqualTo(Label.ON_TIME);
      assertThat(row == 0 || !book.rows().issuedOn(row).isBefore(book.rows().issuedOn(row - 1)))
          .isTrue();
    }
  }

  @Test
  void ofMoreThanFitsIntoMemoryTheSameSampleIsTakenEachTime() throws Exception {
    send(invoices());
    LabelLog log = new LabelLog(cluster, topics, serdes, 1_000);

    LabelledBook once = log.read(TODAY, Columns.of(FEATURES));
    LabelledBook again = log.read(TODAY, Columns.of(FEATURES));

    assertThat(once.rows().rows()).isBetween(400, 1_000);
    assertThat(once.share()).isEqualTo(0.25);
    assertThat(again.rows().rows()).isEqualTo(once.rows().rows());
    for (int row = 0; row < once.rows().rows(); row++) {
      assertThat(again.served(row)).isEqualTo(once.served(row));
    }
  }

  private void force(String model, @Nullable String previous) {
    store()
        .tell(
            new ModelReleased(
                "forced:" + model,
                ModelSlot.CHAMPION,
                model,
                previous,
                NOW,
                TODAY,
                ReleaseDecision.FORCED,
                List.of("to see what happens"),
                "person",
                "a person",
                0,
                Map.of(),
                NOW));
  }

  private static boolean isLate(LabelledInvoice it) {
    return it.label(0) == Label.LATE;
  }

  private static LabelledInvoice another(LabelledInvoice it) {
    LabelledInvoice other =
        labelled(
            "other-" + it.invoice().value(),
            it.customer().value(),
            it.issuedOn(),
            it.features(),
            it.daysPastDue(),
            1,
            it.labels());
    return servedAs(it.modelId(), other, it.probabilityLate());
  }

  private static LabelledInvoice servedAs(String model, LabelledInvoice it, double said) {
    return new LabelledInvoice(
        it.labelId(),
        it.invoice(),
        it.customer(),
        it.issuedOn(),
        it.dueOn(),
        it.labels(),
        it.reason(),
        it.settledOn(),
        it.daysPastDue(),
        it.revision(),
        it.definition(),
        it.graceDays(),
        it.arm(),
        it.assessmentId(),
        model,
        ScorerRole.CHAMPION,
        said,
        it.segment(),
        it.openAmount(),
        it.featureSet(),
        it.features(),
        it.knownOn(),
        it.recordedAt(),
        it.replayed());
  }

  private static Watching watching() {
    return new Watching(new HealthBoard(Clock.systemUTC()), new SimpleMeterRegistry());
  }

  private static double trainings(List<Watching> watching, String result) {
    return sum(watching, it -> it.get("duecast.trainings").tag("result", result).counters());
  }

  private static double sum(
      List<Watching> watching, Function<MeterRegistry, Collection<Counter>> counters) {
    return watching.stream()
        .flatMap(it -> counters.apply(it.meters()).stream())
        .mapToDouble(Counter::count)
        .sum();
  }

  private Trainer trainer() {
    return new Trainer(plan());
  }

  private TrainerPlan plan() {
    return new TrainerPlan(
        cluster,
        topics,
        serdes,
        FEATURES,
        LabelPolicy.DEFAULT,
        TrainingSettings.QUICK,
        GatePolicy.DEFAULT,
        trial,
        100_000,
        1);
  }

  private ModelStore store() {
    return new ModelStore(cluster, topics, serdes);
  }

  private static ModelReleased decided(Learned learned) {
    assertThat(learned).isInstanceOf(Learned.Decided.class);
    return ((Learned.Decided) learned).decision();
  }

  /** Late payers show in two features, of which the rule without a model knows one half. */
  private List<LabelledInvoice> invoices() {
    List<LabelledInvoice> invoices = new ArrayList<>();
    for (int i = 0; i < INVOICES; i++) {
      double ratio = random.nextDouble();
      double days = random.nextDouble() * 30;
      boolean isLate = random.nextDouble() < 0.05 + 0.4 * ratio * ratio + 0.4 * (days / 30);
      invoices.add(
          invoice(
              i,
              Map.of(
                  "prior_late_ratio", new Numeric(ratio),
                  "prior_settled", new Numeric(20),
                  "mean_days_past_due", new Numeric(days)),
              isLate ? 10 + random.nextInt(80) : -random.nextInt(20)));
    }
    return invoices;
  }

  private static LabelledInvoice invoice(
      int number, Map<String, AttributeValue> features, int daysPastDue) {
    LocalDate issued = FIRST.plusDays(number * 330L / INVOICES);
    return labelled(
        "i-" + number, "c-" + number % 60, issued, features, daysPastDue, 1, labels(daysPastDue));
  }

  /** Everything about it is of a day that has not come. */
  private static LabelledInvoice datedWrong() {
    return labelled("i-far", "c-far", LocalDate.of(2099, 1, 1), Map.of(), 0, 1, labels(0));
  }

  private static List<HorizonLabel> labels(int daysPastDue) {
    return List.of(
        label(0, daysPastDue),
        label(30, daysPastDue),
        label(60, daysPastDue),
        label(90, daysPastDue));
  }

  private static HorizonLabel label(int horizon, int daysPastDue) {
    return new HorizonLabel(horizon, daysPastDue > 3 + horizon ? Label.LATE : Label.ON_TIME);
  }

  private static LabelledInvoice withOutcomeOf(LabelledInvoice it, LabelledInvoice other) {
    return labelled(
        it.invoice().value(),
        it.customer().value(),
        it.issuedOn(),
        it.features(),
        other.daysPastDue(),
        1,
        other.labels());
  }

  private static LabelledInvoice revised(LabelledInvoice it, int revision, Label label) {
    return labelled(
        it.invoice().value(),
        it.customer().value(),
        it.issuedOn(),
        it.features(),
        it.daysPastDue(),
        revision,
        it.labels().stream().map(one -> new HorizonLabel(one.days(), label)).toList());
  }

  private static LabelledInvoice labelled(
      String invoice,
      String customer,
      LocalDate issued,
      Map<String, AttributeValue> features,
      int daysPastDue,
      int revision,
      List<HorizonLabel> labels) {
    LocalDate due = issued.plusDays(14);
    return new LabelledInvoice(
        customer + ":" + invoice + ":" + revision,
        new InvoiceId(invoice),
        new CustomerId(customer),
        issued,
        due,
        labels,
        LabelReason.SETTLED,
        due.plusDays(daysPastDue),
        daysPastDue,
        revision,
        1,
        3,
        null,
        "a-" + invoice,
        "baseline-1",
        ScorerRole.BASELINE,
        0.2,
        null,
        null,
        FEATURES.fingerprint(),
        features,
        due.plusDays(100),
        NOW,
        true);
  }

  private void sendRisks(List<RiskAssessed> risks) throws Exception {
    try (Producer<String, RiskAssessed> producer =
        new KafkaProducer<>(
            cluster, new StringSerializer(), serdes.serializer(Topics.INVOICE_RISK))) {
      for (RiskAssessed it : risks) {
        producer
            .send(
                new ProducerRecord<>(
                    topics.name(Topics.INVOICE_RISK),
                    null,
                    it.recordedAt().toEpochMilli(),
                    it.customer().value(),
                    it))
            .get();
      }
    }
  }

  private void send(List<LabelledInvoice> invoices) throws Exception {
    try (Producer<String, Record> producer =
        new KafkaProducer<>(
            cluster, new StringSerializer(), serdes.serializer(Topics.LABELLED_INVOICES))) {
      for (LabelledInvoice it : invoices) {
        var unused =
            producer.send(
                new ProducerRecord<>(
                    topics.name(Topics.LABELLED_INVOICES), it.customer().value(), it));
      }
      producer.flush();
    }
  }

  /** Each partition hears of the day. */
  private void open(LocalDate day) throws Exception {
    try (Producer<String, Record> producer =
        new KafkaProducer<>(
            cluster, new StringSerializer(), serdes.serializer(Topics.LABELLED_INVOICES))) {
      for (int partition = 0; partition < 3; partition++) {
        producer
            .send(
                new ProducerRecord<>(
                    topics.name(Topics.LABELLED_INVOICES),
                    partition,
                    day.toString(),
                    new DayOpened(day, false)))
            .get();
      }
    }
  }
}
