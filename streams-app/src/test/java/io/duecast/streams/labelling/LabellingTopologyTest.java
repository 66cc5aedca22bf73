package io.duecast.streams.labelling;

import io.duecast.streams.ledger.Golden;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabellingTopologyTest {
  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://labelling"));

    Golden.of("labelling-topology.txt", "LabellingTopologyTest")
        .check(LabellingRig.topology(serdes, LabellingRig.config(stateDir)));
  }
}
