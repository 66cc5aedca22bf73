package io.duecast.standalone.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.duecast.standalone.terminal.CommandFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;

/**
 * How far an import has come: events of the book, in its order, that the brokers have.
 *
 * @param ingestedAt when the import began; a later attempt sends the very same events
 * @param sent all events before this one are with the brokers
 * @param isDone whether every row is accounted for
 */
record Checkpoint(Instant ingestedAt, long sent, boolean isDone) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Checkpoint begin(Instant now) {
    return new Checkpoint(now.truncatedTo(ChronoUnit.MILLIS), 0, false);
  }

  Checkpoint withSent(long events) {
    return new Checkpoint(ingestedAt, events, false);
  }

  Checkpoint done() {
    return new Checkpoint(ingestedAt, sent, true);
  }

  /**
   * The file of a checkpoint: another content, cluster or set of topics is another import.
   *
   * @param place which cluster, and which of its topics
   */
  static Path fileFor(Path directory, String place, Collection<Path> contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(place.getBytes(StandardCharsets.UTF_8));
      for (Path content : contents) {
        digest.update(content.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        try (InputStream in = new DigestInputStream(Files.newInputStream(content), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return directory.resolve(HexFormat.of().formatHex(digest.digest(), 0, 12) + ".json");
    } catch (IOException e) {
      throw new CommandFailure("%s: cannot be read (%s)", contents, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The checkpoint of a file; a new one if there is none. */
  static Checkpoint read(Path file, Instant now) {
    try {
      if (!Files.exists(file)) {
        return begin(now);
      }
      JsonNode node = JSON.readTree(Files.readString(file));
      return new Checkpoint(
          Instant.parse(node.required("ingestedAt").asText()),
          node.required("sent").asLong(),
          node.required("done").asBoolean());
    } catch (JsonProcessingException | RuntimeException e) {
      throw new CommandFailure(
          "%s is no checkpoint (%s); delete it to import from the beginning", file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    String json =
        JSON.createObjectNode()
            .put("ingestedAt", ingestedAt.toString())
            .put("sent", sent)
            .put("done", isDone)
            .toPrettyString();
    try {
      Files.createDirectories(file.getParent());
      Path unfinished = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(unfinished, json);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
