package io.duecast.service.watch;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.DuecastSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From where a service can be watched: {@code /livez}, {@code /readyz} and {@code /metrics} on the
 * address that is set, if one is. To be opened first and closed last, so that it also tells of a
 * start that takes its time.
 */
public final class Observatory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Observatory.class);
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HealthBoard board = new HealthBoard(Clock.systemUTC());
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MachineMeters machine = new MachineMeters();
  private @Nullable ObservabilityServer server;

  private Observatory() {
    meters.config().meterFilter(new ClientMeters());
    machine.bindTo(meters);
    Gauge.builder("duecast.ready", board, it -> it.isReady() ? 1 : 0)
        .description("whether all parts of this instance do their work")
        .register(meters);
    Gauge.builder("duecast.alive", board, it -> it.isAlive() ? 1 : 0)
        .description("whether no part of this instance has stopped for good")
        .register(meters);
    board.whenNew(this::watch);
  }

  /**
   * Opens one.
   *
   * @throws io.duecast.service.launch.StartException if nobody can listen on the address
   */
  public static Observatory open(DuecastSettings settings) {
    Observatory observatory = new Observatory();
    String address = settings.text(Catalogue.OBSERVABILITY);
    if (!address.isEmpty()) {
      ObservabilityServer server =
          ObservabilityServer.start(
              Catalogue.OBSERVABILITY.key(),
              address,
              Map.of(
                  "/livez", observatory::livez,
                  "/readyz", observatory::readyz,
                  "/metrics", observatory::metrics));
      observatory.server = server;
      LOG.info("health and metrics on {}", server.address());
    }
    return observatory;
  }

  /** What the parts of the service speak to. */
  public Watching watching() {
    return new Watching(board, meters);
  }

  /** Where it can be asked; empty if nowhere. */
  public Optional<InetSocketAddress> address() {
    return Optional.ofNullable(server).map(ObservabilityServer::address);
  }

  private void watch(String part) {
    Gauge.builder("duecast.part.ready", board, it -> it.isReady(part) ? 1 : 0)
        .tag("part", part)
        .description("whether a part of this instance does its work")
        .register(meters);
  }

  private ObservabilityServer.Answer livez() throws IOException {
    List<PartHealth> dead = board.dead();
    return json(dead.isEmpty(), HealthJson.of("alive", dead.isEmpty(), dead));
  }

  private ObservabilityServer.Answer readyz() throws IOException {
    boolean isReady = board.isReady();
    return json(isReady, HealthJson.of("ready", isReady, isReady ? List.of() : board.notReady()));
  }

  private static ObservabilityServer.Answer json(boolean isWell, byte[] body) {
    return new ObservabilityServer.Answer(isWell ? 200 : 503, "application/json", body);
  }

  private ObservabilityServer.Answer metrics() {
    return new ObservabilityServer.Answer(
        200, PROMETHEUS, meters.scrape(PROMETHEUS).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
    machine.close();
    meters.close();
  }
}
