package io.duecast.console.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browser of this machine: that of {@code CHROMIUM}, or one that is installed. Where there is
 * none, the system's packages have one (Debian, root).
 */
final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");
  private static final long PATIENCE_MINUTES = 10;
  private static final double LONGEST_START_MS = 120_000;

  private Chromium() {}

  /** What drives browsers, without any of its own. */
  static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  /** One that is ready; a machine with much to do may need more than one attempt. */
  static Browser launch(Playwright playwright) throws IOException, InterruptedException {
    BrowserType.LaunchOptions options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(find())
            .setTimeout(LONGEST_START_MS)
            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"));
    try {
      return playwright.chromium().launch(options);
    } catch (PlaywrightException e) {
      return playwright.chromium().launch(options);
    }
  }

  private static Path find() throws IOException, InterruptedException {
    Optional<Path> installed = installed(System.getenv());
    if (installed.isPresent()) {
      return installed.get();
    }
    Path log = Path.of("target", "chromium.log");
    Process install =
        new ProcessBuilder(
                "sh",
                "-c",
                "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y"
                    + " --no-install-recommends chromium fonts-dejavu-core")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!install.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      install.destroy();
    }
    return installed(System.getenv())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is no Chromium, and none could be installed ("
                        + log
                        + " says why): install one, or name it in CHROMIUM"));
  }

  private static Optional<Path> installed(Map<String, String> environment) {
    String named = environment.getOrDefault("CHROMIUM", "");
    if (!named.isEmpty()) {
      return Optional.of(Path.of(named));
    }
    for (String directory : environment.getOrDefault("PATH", "").split(":", -1)) {
      for (String name : NAMES) {
        Path candidate = Path.of(directory).resolve(name);
        if (Files.isExecutable(candidate) && runs(candidate)) {
          return Optional.of(candidate);
        }
      }
    }
    return Optional.empty();
  }

  /** Some systems have a file of that name that only says how to get the browser. */
  private static boolean runs(Path candidate) {
    try {
      Process asked =
          new ProcessBuilder(candidate.toString(), "--version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!asked.waitFor(1, TimeUnit.MINUTES)) {
        asked.destroyForcibly();
        return false;
      }
      return asked.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
