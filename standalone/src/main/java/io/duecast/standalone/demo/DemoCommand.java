package io.duecast.standalone.demo;

import io.duecast.service.settings.Catalogue;
import io.duecast.simulator.EconomySettings;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.platform.SettingsFile;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.DurationText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the whole at work on a simulated company. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "A simulated company in virtual time: its invoices are scored as they are issued, and what"
          + " its customers do then shows whether the bands mean something.",
      "Broker, registry and flows are real. Without --data-dir everything is gone at the end."
    },
    footer = {
      "",
      "Ends with 'issued N, scored N'; exit code 1 if the two differ, or one is scored twice."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final int LONGEST_DAYS = 36_500;

  /** What the simulator's invoices and customers carry beside what every ERP has. */
  private static final String COLUMNS =
      "invoice.kind:category,invoice.positions:number,invoice.interestRate:number,"
          + "customer.region:category,customer.employees:number,customer.monthlyRevenue:number";

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End after this time: 60s, 5m. Default: when the virtual days are over.")
  @Nullable Duration time;

  @Option(
      names = "--plain",
      description = "Lines instead of the live view; so too where there is no terminal.")
  boolean isPlain;

  @Option(
      names = "--pace",
      paramLabel = "DAYS",
      description = "Virtual days per second. Default: 2.")
  double pace = 2;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "Virtual days at most; the last is yesterday. Default: 1095.")
  int days = 1095;

  @Option(
      names = "--customers",
      paramLabel = "N",
      description = "Customers of the company. Default: 300, with 40 to 60 invoices a day.")
  int customers = 300;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another seed is another company. Default: 17.")
  long seed = 17;

  private final Console console;

  public DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (!(pace > 0 && pace <= 1000)) {
      throw new CommandFailure("--pace %s is not above 0 and at most 1000 days a second", pace);
    }
    if (days < 1 || days > LONGEST_DAYS || customers < 1) {
      throw new CommandFailure("--days is from 1 to %d, --customers at least 1", LONGEST_DAYS);
    }
    LocalDate yesterday = LocalDate.now(Clock.system(ZoneOffset.UTC)).minusDays(1);
    EconomySettings settings =
        EconomySettings.demo()
            .withSeed(seed)
            .withCustomers(customers)
            .withStart(yesterday.minusDays(days - 1L))
            .withDays(days);
    Demo.Pace wanted = new Demo.Pace(pace, time);
    boolean isLive = console.isLive() && !isPlain;
    if (platform.isDataDirNamed()) {
      return new Demo(settled(), settings, wanted, isLive).call();
    }
    Path temporary = Files.createTempDirectory("duecast-demo-");
    platform.dataDirUnlessNamed(temporary);
    try {
      return new Demo(settled(), settings, wanted, isLive).call();
    } finally {
      delete(temporary);
    }
  }

  /**
   * A directory without settings gets those of the simulated company: what it knows about its
   * invoices and customers is a feature, and it learns quickly, for a month takes seconds. What is
   * set elsewhere comes before.
   */
  private Setup settled() {
    Setup setup = platform.read(console);
    if (Files.exists(setup.data().settings())) {
      return setup;
    }
    new SettingsFile(setup.data().settings())
        .merge(Map.of(Catalogue.FEATURES.key(), COLUMNS, Catalogue.LEARNING_EFFORT.key(), "quick"));
    return platform.read(console);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }
}
