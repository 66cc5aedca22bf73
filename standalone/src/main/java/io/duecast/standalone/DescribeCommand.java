package io.duecast.standalone;

import io.duecast.risk.BaselineScorer;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.Console;
import io.duecast.streams.Flows;
import io.duecast.streams.run.DuecastService;
import io.duecast.streams.run.FlowConfig;
import io.duecast.wire.WireSerdes;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints what the flows do, step by step; needs no cluster. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = "Prints the topology of the flows, with the names that this installation uses.")
final class DescribeCommand implements Callable<Integer> {
  /** How it is printed. */
  enum Format {
    TEXT,
    MERMAID
  }

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--format",
      paramLabel = "text|mermaid",
      description = "Kafka's own text, or a picture for Markdown. Default: text.")
  Format format = Format.TEXT;

  @Option(
      names = "--flow",
      paramLabel = "ledger|labelling|monitoring|dunning",
      description = "One flow alone. Default: all.")
  @Nullable Flows only;

  private final Console console;

  DescribeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Setup setup = platform.read(console);
    FlowConfig flow =
        new FlowConfig(
            setup.settings().cluster("localhost:9092"),
            setup.data().flows(),
            1,
            (short) 1,
            0,
            null);
    DuecastService.Plan plan =
        new DuecastService.Plan(
            flow,
            setup.settings().topics(),
            new WireSerdes(setup.settings().registry("mock://describe")),
            setup.settings().ledger(),
            new BaselineScorer(),
            null);
    for (Flows each : Flows.values()) {
      if (only == null || only == each) {
        print(each, DuecastService.topology(plan, each));
      }
    }
    return 0;
  }

  private void print(Flows flow, Topology topology) {
    switch (format) {
      case TEXT -> {
        console.print("Flow: %s", flow.name().toLowerCase(Locale.ROOT));
        console.print("%s", topology.describe().toString().stripTrailing());
      }
      case MERMAID -> Mermaid.of(topology.describe()).forEach(it -> console.print("%s", it));
    }
  }
}
