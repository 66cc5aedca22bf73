package io.duecast.standalone.platform;

import io.duecast.console.Console;
import io.duecast.service.launch.TopicSetup;
import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.duecast.service.watch.Watching;
import io.duecast.stack.EmbeddedStack;
import io.duecast.stack.RunningStack;
import io.duecast.stack.StackSettings;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.streams.Flows;
import io.duecast.streams.run.DuecastService;
import io.duecast.trainer.service.LearningPlans;
import io.duecast.trainer.service.TrainerService;
import io.duecast.wire.NamedTopics;
import io.duecast.wire.WireSerdes;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A cluster and a registry to work with: a real one, that of another process on the same data
 * directory, or one started here and stopped with the command.
 */
public final class Connection implements AutoCloseable {
  /** Where the cluster comes from. */
  public enum Origin {
    OWN,
    RUNNING,
    REAL
  }

  private final Setup setup;
  private final Origin origin;
  private final String bootstrap;
  private final String registry;
  private final @Nullable EmbeddedStack stack;
  private final WireSerdes serdes;
  private @Nullable DuecastService service;
  private @Nullable TrainerService trainer;
  private @Nullable ConsoleBeside console;

  private Connection(
      Setup setup,
      Origin origin,
      String bootstrap,
      String registry,
      @Nullable EmbeddedStack stack) {
    this.setup = setup;
    this.origin = origin;
    this.bootstrap = bootstrap;
    this.registry = registry;
    this.stack = stack;
    this.serdes = new WireSerdes(setup.settings().registry(registry));
  }

  /** The cluster that is meant, with its topics. */
  public static Connection open(Setup setup) throws InterruptedException {
    Connection connection = reach(setup);
    try {
      Set<String> created = TopicSetup.ensure(setup.settings(), connection.cluster());
      if (!created.isEmpty() && connection.origin == Origin.REAL) {
        setup.console().say("created %s", String.join(", ", created));
      }
      return connection;
    } catch (RuntimeException | InterruptedException e) {
      connection.close();
      throw e;
    }
  }

  /** The cluster that is meant, whatever topics it has. */
  public static Connection reach(Setup setup) {
    DuecastSettings settings = setup.settings();
    String real = settings.text(Catalogue.BOOTSTRAP);
    if (!real.isEmpty()) {
      String url = settings.text(Catalogue.REGISTRY);
      if (url.isEmpty()) {
        throw new CommandFailure(
            "the cluster %s needs its registry: name it with --registry", real);
      }
      return new Connection(setup, Origin.REAL, real, url, null);
    }
    Optional<RunningStack> running = EmbeddedStack.find(setup.data().path());
    if (running.isPresent()) {
      RunningStack it = running.get();
      return new Connection(setup, Origin.RUNNING, it.bootstrapServers(), it.registryUrl(), null);
    }
    return startHere(setup);
  }

  private static Connection startHere(Setup setup) {
    setup.console().say("starting broker and registry in %s …", setup.data().path());
    Thread.ofVirtual().start(() -> warmUp(setup));
    EmbeddedStack stack = EmbeddedStack.start(setup.data().path(), StackSettings.defaults());
    try {
      return new Connection(
          setup, Origin.OWN, stack.bootstrapServers(), stack.registryUrl(), stack);
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Loads the flows' classes while broker and registry start. */
  private static void warmUp(Setup setup) {
    WireSerdes serdes = new WireSerdes(setup.settings().registry("mock://warm-up"));
    DuecastService.topology(plan(setup, serdes, "localhost:9", null), Flows.LEDGER);
  }

  private static DuecastService.Plan plan(
      Setup setup, WireSerdes serdes, String bootstrap, @Nullable Clock clock) {
    boolean isEmbedded = setup.settings().text(Catalogue.BOOTSTRAP).isEmpty();
    return DuecastService.Plan.of(
        setup.settings(),
        serdes,
        bootstrap,
        setup.data().flows(),
        isEmbedded ? "standalone" : null,
        clock);
  }

  /** The plan of the flows on this cluster. */
  public DuecastService.Plan plan(@Nullable Clock clock) {
    return plan(setup, serdes, bootstrap, clock);
  }

  /**
   * Starts the flows here, once.
   *
   * @param clock opens business days; null if somebody else does
   */
  public DuecastService startFlows(@Nullable Clock clock) {
    return startFlows(clock, Watching.unseen());
  }

  /** The same, watched. */
  public DuecastService startFlows(@Nullable Clock clock, Watching watching) {
    if (service == null) {
      service = DuecastService.start(plan(clock), watching);
    }
    return service;
  }

  /** Starts to learn here beside the flows, once, unless that is switched off. */
  public void startLearning() {
    startLearning(Watching.unseen());
  }

  /** The same, watched. */
  public void startLearning(Watching watching) {
    if (trainer == null && setup.settings().text(Catalogue.LEARNING).equals("on")) {
      trainer =
          TrainerService.start(
              LearningPlans.of(setup.settings(), cluster(), serdes),
              LearningPlans.schedule(setup.settings()),
              Clock.systemUTC(),
              watching);
    }
  }

  /**
   * Begins to serve the console here, once, unless that is switched off; everything else goes on
   * beside it, and without it.
   *
   * @param whenThere told where a browser finds it
   * @throws io.duecast.service.launch.StartException if it may not listen where it is told to
   */
  public void startConsole(Watching watching, Consumer<URI> whenThere) {
    if (console == null && !setup.settings().text(Catalogue.CONSOLE).isEmpty()) {
      Console.requireAddress(setup.settings());
      Console.Plan plan =
          new Console.Plan(setup.settings(), cluster(), serdes, setup.data().database(), false);
      console =
          new ConsoleBeside(
              () -> Console.start(plan, watching),
              whenThere,
              why -> setup.console().say("there is no console: %s; all else goes on", why));
    }
  }

  /** The flows started here; null if there are none. */
  public @Nullable DuecastService service() {
    return service;
  }

  public Setup setup() {
    return setup;
  }

  public Origin origin() {
    return origin;
  }

  public String bootstrapServers() {
    return bootstrap;
  }

  public String registryUrl() {
    return registry;
  }

  /** What a client needs to reach the brokers. */
  public Properties cluster() {
    return setup.settings().cluster(bootstrap);
  }

  public NamedTopics topics() {
    return setup.settings().topics();
  }

  public WireSerdes serdes() {
    return serdes;
  }

  /** Whether the parts started here live. */
  public boolean isAlive() {
    return (stack == null || stack.isRegistryAlive()) && (service == null || service.isAlive());
  }

  @Override
  public void close() {
    try {
      if (console != null) {
        console.close();
      }
      if (trainer != null) {
        trainer.close();
      }
      if (service != null) {
        service.close();
      }
    } finally {
      if (stack != null) {
        stack.close();
      }
    }
  }
}
