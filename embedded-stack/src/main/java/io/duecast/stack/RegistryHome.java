package io.duecast.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** The unpacked distribution of the registry server, which the build leaves beside this module. */
record RegistryHome(Path directory) {
  static final String PROPERTY = "duecast.registry.home";
  private static final String RUNNER = "quarkus-run.jar";
  private static final String WATCH_CLASS = "io/duecast/stack/ParentWatch.class";

  /**
   * The one the system property names, else the one the build unpacked.
   *
   * @throws StackException if there is none
   */
  static RegistryHome find() {
    String named = System.getProperty(PROPERTY);
    Path directory = named == null ? besideThisModule() : Path.of(named);
    if (!Files.isRegularFile(directory.resolve(RUNNER))) {
      throw new StackException(
          "registry: no Apicurio Registry in %s (no %s there); build the module embedded-stack, or name its directory with -D%s=…"
              .formatted(directory.toAbsolutePath(), RUNNER, PROPERTY));
    }
    return new RegistryHome(directory.toAbsolutePath().normalize());
  }

  Path runner() {
    return directory.resolve(RUNNER);
  }

  /**
   * Where what speeds up the next start is kept: in the distribution, so that all data directories
   * share it, or in the given directory where the distribution is read-only.
   */
  Path cache(Path otherwise) throws IOException {
    Path parent = Files.isWritable(directory) ? directory : otherwise;
    return Files.createDirectories(parent.resolve("start-cache"));
  }

  /**
   * A jar that starts {@link ParentWatch} with the server's jars behind it. What the server's own
   * manifest grants stands in its manifest: as arguments of the JVM the same would cost part of
   * what class-data sharing gains.
   */
  Path watchJar(Path cache) throws IOException {
    byte[] code = watchCode();
    String content = HexFormat.of().toHexDigits(31 * runner().hashCode() + Arrays.hashCode(code));
    Path jar = cache.resolve("parent-watch-%s.jar".formatted(content));
    if (!Files.exists(jar)) {
      Path unfinished =
          cache.resolve("parent-watch-%d.tmp".formatted(ProcessHandle.current().pid()));
      try (OutputStream file = Files.newOutputStream(unfinished);
          JarOutputStream out = new JarOutputStream(file, manifest())) {
        out.putNextEntry(new JarEntry(WATCH_CLASS));
        out.write(code);
        out.closeEntry();
      }
      Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  private Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, ParentWatch.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, runner().toUri().toString());
    attributes.putValue("Add-Opens", "java.base/java.lang");
    attributes.putValue("Enable-Native-Access", "ALL-UNNAMED");
    return manifest;
  }

  private static byte[] watchCode() throws IOException {
    try (InputStream in = RegistryHome.class.getResourceAsStream("/" + WATCH_CLASS)) {
      return Objects.requireNonNull(in, WATCH_CLASS).readAllBytes();
    }
  }

  private static Path besideThisModule() {
    try {
      Path code =
          Path.of(RegistryHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return code.resolveSibling("apicurio");
    } catch (URISyntaxException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
