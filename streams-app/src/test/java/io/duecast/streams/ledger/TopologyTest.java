package io.duecast.streams.ledger;

import io.duecast.service.settings.LedgerSettings;
import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    Properties config = FlowRig.config(stateDir);
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://topology"));

    Golden.of("ledger-topology.txt", "TopologyTest")
        .check(FlowRig.topology(Topics.named(""), serdes, LedgerSettings.DEFAULT, config));
  }
}
