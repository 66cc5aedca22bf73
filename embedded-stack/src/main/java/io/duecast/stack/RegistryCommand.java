package io.duecast.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * How the registry server is called: with the Java that runs this process, tuned for a quick start
 * in little memory, deaf to the environment of the caller.
 */
record RegistryCommand(
    RegistryHome home, Path directory, RegistrySettings settings, int port, int managementPort) {

  /** Starts the process; its output goes to the log file. */
  Process start(Path log) throws IOException {
    Files.createDirectories(temporary());
    ProcessBuilder builder = new ProcessBuilder(line());
    builder.directory(directory.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(QUARKUS|APICURIO|REGISTRY|JAVA_TOOL|JDK_JAVA)_.*"));
    return builder.start();
  }

  List<String> line() throws IOException {
    Path cache = home.cache(directory);
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx%dm".formatted(settings.heapMegabytes()),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + cache.resolve("registry-%s.jsa".formatted(Runtime.version())),
        "-Djava.io.tmpdir=" + temporary(),
        "-Dapicurio.storage.snapshot.location=" + temporary(),
        "-Dapicurio.import.work-dir=" + temporary(),
        "-Dquarkus.http.host=" + Ports.HOST,
        "-Dquarkus.http.port=" + port,
        "-Dquarkus.management.host=" + Ports.HOST,
        "-Dquarkus.management.port=" + managementPort,
        "-Dquarkus.http.access-log.enabled=false",
        "-Dquarkus.log.category.\"io.apicurio\".level=WARN",
        "-Dapicurio.datasource.url=" + database(),
        "-Dapicurio.datasource.jdbc.initial-size=1",
        "-Dapicurio.datasource.jdbc.min-size=1",
        "-Dapicurio.datasource.jdbc.max-size=8",
        "-jar",
        home.watchJar(cache).toString(),
        "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
  }

  /** Without a write delay: an id that a record may carry must never be given away twice. */
  private String database() {
    return switch (settings.storage()) {
      case FILE -> "jdbc:h2:file:%s;WRITE_DELAY=0".formatted(directory.resolve("schemas"));
      case MEMORY -> "jdbc:h2:mem:schemas";
    };
  }

  private Path temporary() {
    return directory.resolve("tmp");
  }
}
