package io.duecast.console.web;

import io.duecast.console.ConsoleRig;
import io.duecast.console.SimulatedBook.Written;
import io.duecast.console.access.Doorkeeper;
import io.duecast.console.log.FactLog;
import io.duecast.console.projection.Projector;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A whole console over topics and a database of its own. */
final class RunningConsole implements AutoCloseable {
  private final ConsoleRig rig;
  private final Projector projector;
  private final FactLog log;
  private final ConsoleServer server;

  /**
   * One that answers, of an empty book.
   *
   * @param keeper null where nobody has to log in
   */
  RunningConsole(ZoneId zone, @Nullable Doorkeeper keeper) throws Exception {
    rig = new ConsoleRig();
    projector = rig.projector();
    projector.start();
    log = rig.log();
    server =
        ConsoleServer.start(
            ListenAddress.of("127.0.0.1:0", "", keeper != null),
            rig.database().reading(),
            projector,
            log,
            zone,
            keeper);
  }

  ConsoleRig rig() {
    return rig;
  }

  URI address() {
    return server.address();
  }

  Caller caller() {
    return new Caller(address());
  }

  /** Returns when the tables know. */
  void write(List<Written> records) {
    rig.write(records);
    rig.awaitProjected();
  }

  @Override
  public void close() {
    server.close();
    log.close();
    projector.close();
    rig.close();
  }
}
