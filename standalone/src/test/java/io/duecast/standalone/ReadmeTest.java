package io.duecast.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README and the documents tell people to type is typed here. */
class ReadmeTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
  private static final String COMMAND = "./duecast ";

  @TempDir Path directory;

  /** The first block, demo and tests, is what the gate runs; the others are run one by one. */
  @Test
  void theCommandsOfTheReadmeWork() throws IOException {
    Files.createSymbolicLink(directory.resolve("examples"), ROOT.resolve("examples"));
    List<String> blocks = blocks(ROOT.resolve("README.md"));
    assertThat(blocks).hasSizeGreaterThan(1);

    for (String command :
        blocks.subList(1, blocks.size()).stream().flatMap(String::lines).toList()) {
      assertThat(command).startsWith(COMMAND);
      Called called = Called.from(directory, command.substring(COMMAND.length()).split(" +"));
      assertThat(called.code()).as("%s: %s", command, called).isZero();
    }
    assertThat(directory.resolve("risk.csv")).content().hasLineCount(1 + invoices());
  }

  /** Every command that is shown exists, with each of its options. */
  @Test
  void everyCommandThatIsShownIsUnderstood() throws IOException {
    List<String> shown = new ArrayList<>();
    for (Path document : documents()) {
      Files.readString(document)
          .lines()
          .filter(line -> line.startsWith(COMMAND))
          .map(line -> line.replaceFirst(" +#.*", ""))
          .forEach(shown::add);
    }
    assertThat(shown).hasSizeGreaterThan(4);
    for (String command : shown) {
      String[] words = command.substring(COMMAND.length()).split(" +");
      // The second word may be a command of the first, and is harmless before --help if it is not.
      boolean isAlone = words.length == 1 || words[1].startsWith("--");
      Called help =
          isAlone
              ? Called.from(directory, words[0], "--help")
              : Called.from(directory, words[0], words[1], "--help");
      assertThat(help.code()).as(command).isZero();
      Arrays.stream(words)
          .filter(word -> word.startsWith("--"))
          .forEach(option -> assertThat(help.out()).as(command).contains(option));
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(ROOT.resolve("README.md"));
    documents.add(ROOT.resolve("CONTRIBUTING.md"));
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(path -> path.toString().endsWith(".md")).forEach(documents::add);
    }
    return documents;
  }

  private static List<String> blocks(Path document) throws IOException {
    return BLOCK
        .matcher(Files.readString(document))
        .results()
        .map(found -> found.group(1).stripTrailing())
        .toList();
  }

  private static int invoices() throws IOException {
    return Files.readAllLines(ROOT.resolve("examples/invoices.csv")).size() - 1;
  }
}
