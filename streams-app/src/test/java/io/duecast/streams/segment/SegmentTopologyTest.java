package io.duecast.streams.segment;

import io.duecast.streams.ledger.Golden;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentTopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://segment"));

    Golden.of("segment-topology.txt", "SegmentTopologyTest")
        .check(SegmentFlowRig.topology(serdes, 1, SegmentFlowRig.config(stateDir)));
  }
}
