package io.duecast.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.duecast.service.settings.Catalogue;
import io.duecast.service.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path directory;

  @Test
  void whatStandsThereStaysAndWhatIsSetIsRead() throws IOException {
    Path file = directory.resolve("duecast.yaml");
    Files.writeString(file, "# ours\nflow.threads: 3\nbusiness.zone: UTC\n");

    new SettingsFile(file)
        .merge(
            Map.of("business.zone", "Europe/Berlin", "features.declared", "invoice.it's:number"));

    assertThat(Files.readString(file)).startsWith("# ours\nflow.threads: 3\n");
    var settings = new SettingsReader().file(file).read();
    assertThat(settings.text(Catalogue.ZONE)).isEqualTo("Europe/Berlin");
    assertThat(settings.features()).extracting(it -> it.name()).containsExactly("it's");
  }
}
