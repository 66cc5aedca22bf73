package io.duecast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutAClusterTest {
  @TempDir Path directory;

  @Test
  void configSaysWhereEachValueCameFrom() throws IOException {
    Files.write(directory.resolve("duecast.yaml"), List.of("policy:", "  grace-days: 7"));

    Called called = Called.from(directory, "config", "--set", "topics.prefix=prod.");

    assertThat(called.code()).isZero();
    assertThat(called.out())
        .containsPattern("policy.grace-days +7 +\\S*duecast.yaml:2")
        .containsPattern("topics.prefix +prod. +--set")
        .containsPattern("flow.threads +2 +default");
  }

  @Test
  void theFileOfTheDataDirectoryComesBeforeTheOneHere() throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));
    Files.writeString(data.resolve("duecast.yaml"), "flow.threads: 3\ntopics.replicas: 2\n");
    Files.writeString(directory.resolve("duecast.yaml"), "flow.threads: 5\n");

    Called called = Called.from(directory, "config", "--data-dir", "data", "--format", "yaml");

    assertThat(called.out()).contains("flow.threads: '5'").contains("topics.replicas: '2'");
  }

  @Test
  void wrongSettingsFailAtStartAllAtOnce() {
    Called called =
        Called.from(directory, "up", "--set", "topics.partitions=none", "--set", "topcs.prefix=a");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err())
        .contains("2 mistakes in the settings")
        .contains("'none' is not a whole number from 1 to 1000")
        .contains("did you mean topics.prefix?");
  }

  @Test
  void describeShowsTheTopologyUnderTheNamesOfTheInstallation() {
    assertThat(Called.from(directory, "describe", "--set", "topics.prefix=prod.").out())
        .contains("prod.invoice-events")
        .contains("assess-invoices");
    assertThat(Called.from(directory, "describe", "--format", "mermaid").out())
        .startsWith("flowchart LR")
        .contains("keep-ledger --> ");
  }

  @Test
  void runWantsACluster() {
    Called called = Called.from(directory, "run");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains("name the cluster with --bootstrap");
  }

  @Test
  void aClusterWantsItsRegistry() {
    Called called = Called.from(directory, "topics", "--bootstrap", "localhost:9");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains("needs its registry: name it with --registry");
  }

  @Test
  void anImportWithoutAMappingSaysHowToGetOne() throws IOException {
    Files.writeString(directory.resolve("invoices.csv"), "a,b\n1,2\n");

    Called called = Called.from(directory, "import", "invoices.csv");

    assertThat(called.code()).isEqualTo(1);
    assertThat(called.err()).contains("duecast import --infer invoices.csv");
  }

  @Test
  void anImportOfNoFileSaysSo() {
    assertThat(Called.from(directory, "import", "none.csv").err())
        .contains("none.csv: no such file");
  }
}
