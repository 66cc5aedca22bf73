package io.duecast.streams.dunning;

import io.duecast.dunning.Policies;
import io.duecast.streams.ledger.Golden;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DunningTopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://dunning-picture"));

    Golden.of("dunning-topology.txt", "DunningTopologyTest")
        .check(DunningFlowRig.topology(serdes, Policies.NONE, DunningFlowRig.config(stateDir)));
  }
}
