package io.duecast.streams.monitoring;

import io.duecast.health.References;
import io.duecast.streams.ledger.Golden;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringTopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://monitoring"));

    Golden.of("monitoring-topology.txt", "MonitoringTopologyTest")
        .check(MonitoringRig.topology(serdes, References.NONE, 1, MonitoringRig.config(stateDir)));
  }
}
