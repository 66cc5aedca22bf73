package io.duecast.standalone.letters;

import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.wire.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one dead letter whole. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Shows one refused record: reason, key, headers, and its bytes.")
final class ShowLetter implements Callable<Integer> {
  private static final int BYTES_PER_LINE = 16;

  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "ID", description = "As 'list' shows it: topic/partition/offset.")
  String id = "";

  private final Console console;

  ShowLetter(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      Letters letters = Letters.read(connection);
      DeadLetter letter =
          letters
              .find(id)
              .orElseThrow(
                  () -> new CommandFailure("no dead letter %s; 'dead-letters list' has them", id));
      console.print("id        %s (%s)", letter.id(), letters.state(letter));
      console.print("reason    %s: %s", letter.reason(), letter.reason().meaning());
      console.print("detail    %s", letter.detail());
      console.print("recorded  %s", letter.timestamp());
      console.print("key       %s", text(letter.key()));
      Map<String, Bytes> headers = new TreeMap<>(letter.headers());
      headers.forEach((name, value) -> console.print("header    %s: %s", name, text(value)));
      console.print("value     %s", letter.value() == null ? "none" : "");
      if (letter.value() != null) {
        dump(letter.value().get());
      }
      return 0;
    }
  }

  private static String text(@Nullable Bytes bytes) {
    return bytes == null ? "none" : new String(bytes.get(), StandardCharsets.UTF_8);
  }

  private void dump(byte[] bytes) {
    for (int from = 0; from < bytes.length; from += BYTES_PER_LINE) {
      StringBuilder hex = new StringBuilder();
      StringBuilder readable = new StringBuilder();
      for (int i = from; i < Math.min(bytes.length, from + BYTES_PER_LINE); i++) {
        hex.append("%02x ".formatted(bytes[i]));
        readable.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
      }
      console.print("  %06x  %-48s %s", from, hex, readable);
    }
  }
}
