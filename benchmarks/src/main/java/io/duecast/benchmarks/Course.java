package io.duecast.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.duecast.indicator.Indicators;
import io.duecast.risk.BaselineScorer;
import io.duecast.risk.Scorers;
import io.duecast.service.settings.LedgerSettings;
import io.duecast.streams.intake.FlowEnds;
import io.duecast.streams.intake.Patience;
import io.duecast.streams.ledger.LedgerFlow;
import io.duecast.streams.run.FlowConfig;
import io.duecast.streams.run.FlowRunner;
import io.duecast.streams.watch.FlowWatch;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.Topic;
import io.duecast.wire.TopicCreation;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** One broker, one set of facts on it, and the topologies that run over them. */
final class Course implements AutoCloseable {
  private static final int PARTITIONS = 4;
  private static final String COPY = "copy-of-";
  private static final String CHANGELOG = "-changelog";
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final List<Topic<?>> OUTPUTS =
      List.of(Topics.RECEIVABLES, Topics.INVOICE_RISK, Topics.HIGH_RISK_INVOICES);
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final NamedTopics topics = Topics.named("");
  private final WireSerdes serdes =
      new WireSerdes(Map.of("schema.registry.url", "mock://" + UUID.randomUUID()));
  private final Properties cluster = new Properties();
  private final Admin admin;
  private final Path directory;
  private final int threads;
  private Traffic inputs = Traffic.NONE;
  private Tape outputs = Tape.NONE;
  private Tape changelogs = Tape.NONE;

  Course(String bootstrapServers, Path directory, int threads) {
    this.directory = directory;
    this.threads = threads;
    cluster.put("bootstrap.servers", bootstrapServers);
    admin = Admin.create(cluster);
  }

  /**
   * What a topology took from its first commit to its last.
   *
   * @param cpuSeconds of this process, the broker in it too
   */
  record Lap(double seconds, double cpuSeconds) {}

  /** Writes so many facts of an economy. */
  void writeFacts(int customers, int wanted) throws Exception {
    new TopicCreation(topics, PARTITIONS, (short) 1).ensure(admin);
    new FactsFeed(cluster, topics, serdes).write(customers, wanted);
    inputs = Tape.of(cluster, toItself(inputTopics())).written();
  }

  Traffic inputs() {
    return inputs;
  }

  /** What ledger and scoring wrote, once they have run. */
  Traffic outputs() {
    return outputs.written();
  }

  /** What they wrote to the changelogs of their stores, the last time. */
  Traffic changelogs() {
    return changelogs.written();
  }

  /** Runs ledger and scoring over all facts. */
  Lap runFull(String id) throws Exception {
    LedgerFlow flow =
        new LedgerFlow(
            new FlowEnds(topics, serdes, Patience.DEFAULT, FlowWatch.NONE),
            LedgerSettings.DEFAULT,
            Scorers.always(new BaselineScorer()),
            Indicators.NONE);
    Lap lap = run(id, flow::build);
    if (outputs.samples().isEmpty()) {
      outputs = taped(OUTPUTS.stream().collect(Collectors.toMap(topics::name, topics::name)));
    }
    changelogs = taped(changelogsOf(id));
    return lap;
  }

  /** Copies as many records of the same bytes as ledger and scoring write. */
  Lap runBare(String id) throws Exception {
    return runCopy(id, List.of(outputs));
  }

  /** Copies what they write to the changelogs too. */
  Lap runBareWithChangelogs(String id) throws Exception {
    return runCopy(id, List.of(outputs, changelogs));
  }

  private Lap runCopy(String id, List<Tape> tapes) throws Exception {
    return run(id, builder -> PassThrough.build(builder, inputTopics(), tapes, inputs.records()));
  }

  private List<String> inputTopics() {
    return LedgerFlow.INPUTS.stream().map(topics::name).toList();
  }

  private static Map<String, String> toItself(List<String> names) {
    return names.stream().collect(Collectors.toMap(it -> it, it -> it));
  }

  private Map<String, String> changelogsOf(String id) throws Exception {
    return admin.listTopics().names().get().stream()
        .filter(it -> it.startsWith(id + "-") && it.endsWith(CHANGELOG))
        .collect(Collectors.toMap(it -> it, it -> it.substring(id.length() + 1)));
  }

  /** Reads topics, and creates those that their copies go to, as they are kept. */
  private Tape taped(Map<String, String> originals) throws Exception {
    List<String> known = List.copyOf(admin.listTopics().names().get());
    List<NewTopic> missing =
        originals.values().stream()
            .filter(it -> !known.contains(COPY + it))
            .map(
                it ->
                    new NewTopic(COPY + it, PARTITIONS, (short) 1)
                        .configs(
                            it.endsWith(CHANGELOG)
                                ? Map.of("cleanup.policy", "compact")
                                : Map.of("retention.ms", "-1")))
            .toList();
    admin.createTopics(missing).all().get();
    Map<String, String> copies = new LinkedHashMap<>();
    originals.forEach((original, name) -> copies.put(original, COPY + name));
    return Tape.of(cluster, copies);
  }

  private Lap run(String id, FlowRunner.Flow flow) throws Exception {
    Properties config =
        new FlowConfig(cluster, directory.resolve("state"), threads, (short) 1, 0, null).of(id);
    long facts = inputs.records();
    try (FlowRunner runner = FlowRunner.start(id, flow, config)) {
      while (committed(id) == 0) {
        Thread.sleep(LOOK);
      }
      long started = System.nanoTime();
      long cpu = SYSTEM.getProcessCpuTime();
      long done = committed(id);
      while (committed(id) < facts) {
        Thread.sleep(LOOK);
        if (!runner.isAlive()) {
          throw new IllegalStateException(id + " has stopped");
        }
      }
      double share = (double) facts / (facts - done) / 1e9;
      return new Lap(
          (System.nanoTime() - started) * share, (SYSTEM.getProcessCpuTime() - cpu) * share);
    }
  }

  /**
   * Facts processed and committed: they were written without transactions, so no offset is none.
   */
  private long committed(String group) throws Exception {
    long sum = 0;
    for (OffsetAndMetadata at :
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().values()) {
      sum += at == null ? 0 : at.offset();
    }
    return sum;
  }

  @Override
  public void close() {
    admin.close();
  }
}
