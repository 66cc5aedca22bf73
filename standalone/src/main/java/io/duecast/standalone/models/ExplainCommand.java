package io.duecast.standalone.models;

import io.duecast.attribute.AttributeValue;
import io.duecast.model.CompiledForest;
import io.duecast.model.RiskModel;
import io.duecast.model.TreeShap;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.risk.ReasonText;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.ScorerRole;
import io.duecast.standalone.platform.Connection;
import io.duecast.standalone.platform.PlatformOptions;
import io.duecast.standalone.platform.TopicRecords;
import io.duecast.standalone.terminal.CommandFailure;
import io.duecast.standalone.terminal.Console;
import io.duecast.standalone.terminal.TextTable;
import io.duecast.wire.Decoded;
import io.duecast.wire.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says why an invoice was scored as it was, by which model, and why that one was in charge. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Says how an invoice was scored, by which model, why that model was in charge, and what each"
          + " feature had to do with it: exact Shapley values of the forest's vote for late."
    })
public final class ExplainCommand implements Callable<Integer> {
  @Mixin PlatformOptions platform = new PlatformOptions();

  @Parameters(paramLabel = "INVOICE", description = "The number of the invoice.")
  String invoice = "";

  @Option(
      names = "--customer",
      paramLabel = "ID",
      description = "Whose invoice, where several customers have one of that number.")
  @Nullable String customer;

  @Option(
      names = "--features",
      paramLabel = "N",
      description = "Show at most so many features. Default: 12.")
  int most = 12;

  private final Console console;

  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Connection connection = Connection.open(platform.read(console))) {
      List<RiskAssessed> risks = assessments(connection);
      if (risks.isEmpty()) {
        throw new CommandFailure(
            "no invoice %s was assessed%s", invoice, customer == null ? "" : " for " + customer);
      }
      if (risks.stream().map(RiskAssessed::customer).distinct().count() > 1) {
        throw new CommandFailure(
            "%d customers have an invoice %s; name one with --customer: %s",
            risks.stream().map(RiskAssessed::customer).distinct().count(),
            invoice,
            String.join(
                ", ",
                risks.stream().map(it -> it.customer().value()).distinct().limit(5).toList()));
      }
      KnownModels known = new KnownModels(connection);
      for (RiskAssessed risk : risks) {
        tell(risk);
        tellModel(risk, known);
      }
      return 0;
    }
  }

  private List<RiskAssessed> assessments(Connection connection) {
    List<RiskAssessed> found = new ArrayList<>();
    try (TopicRecords<RiskAssessed> risks =
        new TopicRecords<>(connection, Topics.INVOICE_RISK).fromBeginning(true)) {
      risks.toEnd(
          read -> {
            if (read.decoded() instanceof Decoded.Value<RiskAssessed> it
                && it.value().role() != ScorerRole.SHADOW
                && it.value().invoice().value().equals(invoice)
                && (customer == null || it.value().customer().value().equals(customer))) {
              found.add(it.value());
            }
            return true;
          });
    }
    return found;
  }

  private void tell(RiskAssessed it) {
    console.print(
        "invoice %s of %s, issued %s, due %s",
        it.invoice(), it.customer(), it.issuedOn(), it.dueOn());
    console.print(
        "late with %.1f %% (80 %% of it between %.1f %% and %.1f %%), band %s",
        100 * it.probabilityLate(),
        100 * it.interval().low(),
        100 * it.interval().high(),
        it.band().name().toLowerCase(Locale.ROOT));
    console.print(
        "paid on %s, with 80 %% between %s and %s",
        it.expectedPayment().on(), it.expectedPayment().earliest(), it.expectedPayment().latest());
    it.reasons().forEach(reason -> console.print("  because %s", ReasonText.of(reason)));
  }

  private void tellModel(RiskAssessed risk, KnownModels known) {
    console.print("");
    console.print(
        "assessed on %s, when it was %s, by %s (%s)",
        risk.recordedAt(),
        risk.trigger().name().toLowerCase(Locale.ROOT),
        risk.modelId(),
        risk.role().name().toLowerCase(Locale.ROOT));
    if (risk.role() == ScorerRole.BASELINE) {
      console.print("the rule without a model: no model was in charge, or the last was taken back");
      return;
    }
    Optional<ModelReleased> release =
        known.releases().inOrder().stream()
            .filter(it -> it.slot() == ModelSlot.CHAMPION)
            .filter(it -> it.modelId().equals(risk.modelId()))
            .findFirst();
    release.ifPresent(
        it -> {
          console.print(
              "in charge since %s: %s by %s",
              it.effectiveFrom(), it.decision().name().toLowerCase(Locale.ROOT), it.decidedBy());
          it.reasons().forEach(why -> console.print("  because %s", why));
        });
    shapley(risk, known.model(risk.modelId()));
  }

  private void shapley(RiskAssessed risk, RiskModel model) {
    CompiledForest forest = model.chain().first().forest();
    double[] row = model.row(risk.features());
    double[] parts = TreeShap.of(forest, row);
    double vote = forest.score(row);
    double sum = IntStream.range(0, row.length).mapToDouble(i -> parts[i]).sum();
    console.print("");
    console.print(
        "the forest votes %.4f for late: %.4f of an average invoice, and the sum of all features",
        vote, vote - sum);
    TextTable table = new TextTable(List.of("feature", "value", "part of the vote"));
    IntStream.range(0, row.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(parts[i])))
        .limit(most)
        .forEach(
            i -> {
              String key = model.chain().features().get(i).key();
              table.row(
                  List.of(
                      key,
                      text(risk.features().get(key)),
                      String.format(Locale.ROOT, "%+.4f", parts[i])));
            });
    table.lines().forEach(line -> console.print("%s", line));
  }

  private static String text(@Nullable AttributeValue value) {
    return switch (value) {
      case null -> "not known";
      case AttributeValue.Category it -> it.value();
      case AttributeValue.Numeric it ->
          it.value() == Math.rint(it.value())
              ? String.format(Locale.ROOT, "%.0f", it.value())
              : String.format(Locale.ROOT, "%.4f", it.value());
    };
  }
}
