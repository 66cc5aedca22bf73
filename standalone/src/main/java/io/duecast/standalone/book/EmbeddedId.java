package io.duecast.standalone.book;

import io.duecast.service.launch.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The identity of an embedded broker's data: made anew when they are. */
final class EmbeddedId {
  /** Of a broker that has not started yet; whatever is sent to it is the first. */
  private static final String NEW = "new";

  private EmbeddedId() {}

  static String of(DataDirectory data) {
    Path file = data.broker().resolve("log").resolve("meta.properties");
    if (!Files.exists(file)) {
      return NEW;
    }
    try (InputStream in = Files.newInputStream(file)) {
      Properties meta = new Properties();
      meta.load(in);
      return meta.getProperty("cluster.id", NEW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
