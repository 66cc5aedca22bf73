package io.duecast.standalone.book;

import io.duecast.book.Sources;
import io.duecast.book.draft.MappingDraft;
import io.duecast.book.mapping.Mapping;
import io.duecast.book.mapping.SectionKind;
import io.duecast.service.settings.Catalogue;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.PlatformOptions.Setup;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a company's past into the ledger. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Reads the extracts of an ERP, sends them as history to the ledger, waits until every invoice"
          + " is assessed as it would have been on its day, and accounts for every row.",
      "An interrupted import goes on where it was when the same command is given again; a finished"
          + " one sends nothing again."
    },
    footer = {
      "",
      "Examples:",
      "  duecast import --infer invoices.csv --out mapping.yaml",
      "  duecast import --dry-run --mapping mapping.yaml invoices.csv",
      "  duecast import --mapping mapping.yaml invoices.csv --customers customers.csv"
    })
public final class ImportCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(
      paramLabel = "INVOICES",
      description = "The invoices. The other files lie beside it under the mapping's names.")
  @SuppressWarnings("NullAway.Init") // required
  Path invoices;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description = "What the columns mean; --infer drafts one.")
  @Nullable Path mapping;

  @Option(
      names = "--customers",
      paramLabel = "FILE",
      description = "The customers, instead of the mapping's name.")
  @Nullable Path customers;

  @Option(
      names = "--months",
      paramLabel = "FILE",
      description = "The customers by month, instead of the mapping's name.")
  @Nullable Path months;

  @Option(
      names = "--payments",
      paramLabel = "FILE",
      description = "The payments, instead of the mapping's name.")
  @Nullable Path payments;

  @Option(
      names = "--infer",
      description = "Draft a mapping from the files, to --out or standard output; send nothing.")
  boolean infers;

  @Option(names = "--out", paramLabel = "FILE", description = "With --infer: where the draft goes.")
  @Nullable Path out;

  @Option(names = "--dry-run", description = "Read and report what is wrong; send nothing.")
  boolean isDryRun;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Write rejected rows there, as they were, with the reason beside them.")
  @Nullable Path rejects;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the data-quality report there too, as JSON.")
  @Nullable Path report;

  @Option(
      names = "--again",
      description = "Send a finished import once more; the ledger drops every repeat.")
  boolean isAgain;

  @Option(
      names = "--learn",
      paramLabel = "monthly|quarterly",
      arity = "0..1",
      fallbackValue = "QUARTERLY",
      description =
          "Learn on the way: at the first of each month or quarter of the history a model is"
              + " trained on what was known by then, and scores what follows if it proves itself."
              + " Default: quarterly.")
  @Nullable Rhythm rhythm;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Of each topic keyed by customer, when they are created. Default: 4.")
  @Nullable Integer partitions;

  private final Console console;

  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Path file = console.resolve(invoices);
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure("%s: no such file", invoices);
    }
    if (infers) {
      return infer(file);
    }
    if (mapping == null) {
      throw new CommandFailure(
          "say what the columns mean with --mapping; 'duecast import --infer %s' drafts one",
          invoices);
    }
    Mapping meaning = Mapping.read(console.resolve(mapping));
    Sources sources = with(Sources.of(meaning, file));
    if (isDryRun) {
      return new BookImport.DryRun(console, resolved(rejects), resolved(report))
          .of(meaning, sources);
    }
    platform.flag(Catalogue.PARTITIONS.key(), "--partitions", partitions);
    Setup setup = Declaring.featuresOf(meaning, platform, console);
    BookImport.Wanted wanted =
        new BookImport.Wanted(
            meaning,
            console.resolve(mapping),
            sources,
            resolved(rejects),
            resolved(report),
            isAgain,
            rhythm);
    return new BookImport(setup, wanted).call();
  }

  private int infer(Path file) throws IOException {
    Map<SectionKind, Path> files = new EnumMap<>(SectionKind.class);
    files.put(SectionKind.INVOICES, file);
    String name = file.getFileName().toString().replaceFirst("\\.[^.]+$", "");
    String yaml = MappingDraft.infer(name, with(new Sources(files))).yaml();
    if (out == null) {
      console.print("%s", yaml.stripTrailing());
    } else {
      Files.writeString(console.resolve(out), yaml);
      console.say("drafted %s; check it, above all the lines that say 'check'", out);
    }
    return 0;
  }

  private Sources with(Sources sources) {
    Sources all = with(sources, SectionKind.CUSTOMERS, customers);
    all = with(all, SectionKind.CUSTOMER_MONTHS, months);
    return with(all, SectionKind.PAYMENTS, payments);
  }

  private Sources with(Sources sources, SectionKind kind, @Nullable Path file) {
    return file == null ? sources : sources.with(kind, console.resolve(file));
  }

  private @Nullable Path resolved(@Nullable Path typed) {
    return typed == null ? null : console.resolve(typed);
  }
}
