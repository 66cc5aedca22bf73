package io.duecast.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** {@code stack.json}: where a data directory says which process runs a stack on it, and where. */
record StackFile(Path path) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static StackFile in(Path dataDirectory) {
    return new StackFile(dataDirectory.resolve("stack.json"));
  }

  void write(RunningStack stack) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("pid", stack.pid())
            .put("processStartedAt", stack.processStartedAt().toString())
            .put("bootstrapServers", stack.bootstrapServers())
            .put("registryUrl", stack.registryUrl())
            .put("startedAt", stack.startedAt().toString());
    try {
      Path unfinished = path.resolveSibling("stack.json.tmp");
      Files.writeString(unfinished, node.toPrettyString() + System.lineSeparator());
      Files.move(
          unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The stack it names, if its process lives and both ports answer. */
  Optional<RunningStack> findRunning() {
    return read()
        .filter(
            stack -> new ProcessIdentity(stack.pid(), stack.processStartedAt()).find().isPresent())
        .filter(stack -> Ports.answers(portOf("kafka://" + stack.bootstrapServers())))
        .filter(stack -> Ports.answers(portOf(stack.registryUrl())));
  }

  private Optional<RunningStack> read() {
    try {
      JsonNode node = JSON.readTree(Files.readString(path));
      return Optional.of(
          new RunningStack(
              node.required("pid").asLong(),
              Instant.parse(node.required("processStartedAt").asText()),
              node.required("bootstrapServers").asText(),
              node.required("registryUrl").asText(),
              Instant.parse(node.required("startedAt").asText())));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
      throw new StackException(
          "stack: %s is not what a stack wrote (%s); delete it".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int portOf(String uri) {
    return URI.create(uri).getPort();
  }
}
