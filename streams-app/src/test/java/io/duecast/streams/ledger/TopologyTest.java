package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.wire.Topics;
import io.duecast.wire.WireSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology as a picture in words: a change of it shows in the diff. */
class TopologyTest {
  private static final Path GOLDEN = Path.of("src/test/resources/ledger-topology.txt");

  @TempDir Path stateDir;

  @Test
  void theTopologyIsAsItWasLastAgreed() throws IOException {
    Properties config = FlowRig.config(stateDir);
    WireSerdes serdes = new WireSerdes(Map.of("schema.registry.url", "mock://topology"));
    String topology =
        FlowRig.topology(Topics.named(""), serdes, LedgerSettings.DEFAULT, config)
            .describe()
            .toString();
    if (Boolean.getBoolean("duecast.write")) {
      Files.writeString(GOLDEN, topology);
    }
    assertThat(topology)
        .as(
            "if the change is meant: mvn -pl streams-app -am test -Dtest=TopologyTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.write=true")
        .isEqualTo(Files.readString(GOLDEN));
  }
}
