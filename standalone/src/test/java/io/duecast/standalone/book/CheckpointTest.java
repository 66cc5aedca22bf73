package io.duecast.standalone.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Instant NOW = Instant.parse("2026-03-02T11:13:17.123456Z");
  private static final Instant LATER = NOW.plusSeconds(1);

  @TempDir Path directory;

  @Test
  void whereThereIsNoneTheImportBegins() {
    Checkpoint read = Checkpoint.read(directory.resolve("none.json"), NOW);

    assertThat(read.sent()).isZero();
    assertThat(read.isDone()).isFalse();
  }

  @Test
  void aLaterAttemptGoesOnWithTheTimeOfTheFirst() {
    Path file = directory.resolve("deep/one.json");
    Checkpoint.begin(NOW).withSent(11).write(file);

    Checkpoint read = Checkpoint.read(file, LATER);

    assertThat(read).isEqualTo(Checkpoint.begin(NOW).withSent(11));
  }

  @Test
  void sendingMoreAfterTheEndIsNotDone() {
    assertThat(Checkpoint.begin(NOW).withSent(11).done().withSent(13).isDone()).isFalse();
  }

  @Test
  void aBrokenOneIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("one.json"), "{\"sent\": 1");

    assertThatThrownBy(() -> Checkpoint.read(file, NOW))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("one.json is no checkpoint");
  }

  @Test
  void anotherContentOrPlaceIsAnotherImport() throws IOException {
    Path book = Files.writeString(directory.resolve("book.csv"), "a");
    Path here = Checkpoint.fileFor(directory, "here", List.of(book));

    assertThat(Checkpoint.fileFor(directory, "here", List.of(book))).isEqualTo(here);
    assertThat(Checkpoint.fileFor(directory, "there", List.of(book))).isNotEqualTo(here);
    Files.writeString(book, "b");
    assertThat(Checkpoint.fileFor(directory, "here", List.of(book))).isNotEqualTo(here);
  }
}
