package io.duecast.streams.insight;

import io.duecast.streams.ledger.Golden;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortfolioTopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://portfolio"));

    Golden.of("portfolio-topology.txt", "PortfolioTopologyTest")
        .check(PortfolioRig.topology(serdes, 1, PortfolioRig.config(stateDir)));
  }
}
