package io.duecast.streams.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.streams.Topology;

/** A topology as a picture in words: a change of it shows in the diff. */
public record Golden(Path file, String test) {

  /** The picture in a file of the test resources, checked by a test. */
  public static Golden of(String file, String test) {
    return new Golden(Path.of("src/test/resources").resolve(file), test);
  }

  /** Fails if the topology is another one, with the command that writes the new picture. */
  public void check(Topology topology) throws IOException {
    String described = topology.describe().toString();
    if (Boolean.getBoolean("duecast.write")) {
      Files.writeString(file, described);
    }
    assertThat(described)
        .as(
            "if the change is meant: mvn -pl streams-app -am test -Dtest=%s"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dduecast.write=true",
            test)
        .isEqualTo(Files.readString(file));
  }
}
