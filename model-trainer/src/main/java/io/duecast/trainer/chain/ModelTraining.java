package io.duecast.trainer.chain;

import io.duecast.health.TrainingReference;
import io.duecast.model.Horizon;
import io.duecast.model.HorizonChain;
import io.duecast.model.ModelManifest;
import io.duecast.model.PaymentDays;
import io.duecast.model.RiskModel;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.ClassBalance;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.WekaForests;
import io.duecast.trainer.quality.Metrics;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Makes a model of labelled invoices: chooses the settings on the latest of them, trains the chain
 * on all, and measures the days within the ageing buckets. The same rows and seed make the same
 * model, whatever the number of threads.
 */
public final class ModelTraining {
  private final TrainingSettings settings;
  private final int parityRows;

  /** A training of a model that is measured and thrown away. */
  public ModelTraining(TrainingSettings settings) {
    this(settings, 0);
  }

  /**
   * A training.
   *
   * @param parityRows on which each compiled forest is compared with Weka's; the report says how
   *     they compare
   */
  public ModelTraining(TrainingSettings settings, int parityRows) {
    this.settings = settings;
    this.parityRows = parityRows;
  }

  /**
   * Trains.
   *
   * @throws TooLittleDataException if too few invoices have a label for the first horizon
   */
  public TrainedModel train(TrainingRows rows, Provenance provenance, TrainingListener listener)
      throws TooLittleDataException {
    int[] known = enough(rows);
    Optional<InnerSplit> split = InnerSplit.of(rows.select(known), settings.searchRows());
    List<TrainingReport.TriedShape> shapes = shapes(split, provenance.seed(), listener);
    ForestSettings chosen = chosen(shapes, known.length, provenance.seed());
    List<TrainingReport.TriedBalance> balances = balances(split, shapes, chosen, listener);
    List<TrainingReport.Link> links = new ArrayList<>();
    ModelInputs inputs = ModelInputs.of(rows.data().rows(known));
    List<LinkTrainer.Trained> trained = chain(rows, inputs, chosen, links, listener);
    HorizonChain chain =
        new HorizonChain(trained.stream().map(LinkTrainer.Trained::horizon).toList());
    TrainingReference reference =
        LearnedFrom.reference(trained.getFirst(), rows.data().rows(known), rows.late(known, 0));
    ModelManifest manifest =
        manifest(
            rows.select(known),
            provenance,
            chain,
            recipe(chosen),
            links,
            metrics(shapes),
            reference);
    PaymentDays days = PaymentDaysTrainer.train(inputs, settings, rows, provenance);
    return new TrainedModel(
        new RiskModel(manifest, chain, days), new TrainingReport(shapes, chosen, balances, links));
  }

  /**
   * The first link of the chain alone, as {@link #train} makes it: it says late or not, and the
   * others are not asked to prove that.
   *
   * @throws TooLittleDataException if too few invoices have a label for the first horizon
   */
  public Horizon first(TrainingRows rows, long seed) throws TooLittleDataException {
    int[] known = enough(rows);
    Optional<InnerSplit> split = InnerSplit.of(rows.select(known), settings.searchRows());
    List<TrainingReport.TriedShape> shapes = shapes(split, seed, TrainingListener.NONE);
    ModelInputs inputs = ModelInputs.of(rows.data().rows(known));
    return new LinkTrainer(inputs, chosen(shapes, known.length, seed), parityRows)
        .train(0, rows.data().rows(known), rows.late(known, 0))
        .horizon();
  }

  /** The rows with a label for the first horizon. */
  static int[] enough(TrainingRows rows) throws TooLittleDataException {
    int[] known = rows.learnable(0);
    int late = rows.late(known, 0).cardinality();
    if (known.length < TrainingSettings.FEWEST_ROWS || !LinkTrainer.suffices(known.length, late)) {
      throw new TooLittleDataException(known.length, late);
    }
    return known;
  }

  private List<TrainingReport.TriedShape> shapes(
      Optional<InnerSplit> split, long seed, TrainingListener listener) {
    List<TrainingReport.TriedShape> tried = new ArrayList<>();
    if (split.isEmpty()) {
      return tried;
    }
    for (int i = 0; i < settings.shapes().size(); i++) {
      ForestShape shape = settings.shapes().get(i);
      List<Metrics> byRound =
          split.get().measure(settings.forest(shape, settings.mostRounds(), seed));
      for (int round = 0; round < byRound.size(); round++) {
        tried.add(new TrainingReport.TriedShape(shape, round, byRound.get(round)));
      }
      listener.progressed(TrainingListener.Stage.SEARCH, i + 1, settings.shapes().size());
    }
    return tried;
  }

  /** Of equals the first, which is the smaller. */
  private ForestSettings chosen(List<TrainingReport.TriedShape> shapes, int rows, long seed) {
    return shapes.stream()
        .min(Comparator.comparingDouble(it -> it.metrics().brier()))
        .map(it -> settings.forest(it.shape(), it.rounds(), seed))
        .map(it -> it.times(settings.times(it.treesAfter(it.rounds()), rows)))
        .orElseGet(() -> settings.forest(settings.shapes().getFirst(), 0, seed));
  }

  private List<TrainingReport.TriedBalance> balances(
      Optional<InnerSplit> split,
      List<TrainingReport.TriedShape> shapes,
      ForestSettings chosen,
      TrainingListener listener) {
    List<TrainingReport.TriedBalance> tried = new ArrayList<>();
    if (split.isPresent()) {
      ForestSettings measured =
          settings.forest(
              new ForestShape(chosen.inputShare(), chosen.minimumLeaf()),
              chosen.rounds(),
              chosen.seed());
      tried.add(new TrainingReport.TriedBalance(ClassBalance.NONE, best(shapes)));
      for (ClassBalance balance : List.of(ClassBalance.WEIGHTS, ClassBalance.SMOTE)) {
        Metrics metrics = split.get().measure(measured.withBalance(balance)).getLast();
        tried.add(new TrainingReport.TriedBalance(balance, metrics));
        listener.progressed(
            TrainingListener.Stage.CLASS_BALANCE, tried.size(), ClassBalance.values().length);
      }
    }
    return tried;
  }

  private static Metrics best(List<TrainingReport.TriedShape> shapes) {
    return shapes.stream()
        .map(TrainingReport.TriedShape::metrics)
        .min(Comparator.comparingDouble(Metrics::brier))
        .orElseThrow();
  }

  private List<LinkTrainer.Trained> chain(
      TrainingRows rows,
      ModelInputs inputs,
      ForestSettings forest,
      List<TrainingReport.Link> links,
      TrainingListener listener) {
    LinkTrainer trainer = new LinkTrainer(inputs, forest, parityRows);
    List<LinkTrainer.Trained> horizons = new ArrayList<>();
    for (int i = 0; i < HorizonChain.DAYS.size(); i++) {
      int days = HorizonChain.DAYS.get(i);
      int[] learnable = rows.learnable(i);
      int late = rows.late(learnable, i).cardinality();
      // A forest of bare roots, calibrated on its own chance, is worse than the plain share.
      boolean suffices =
          LinkTrainer.suffices(learnable.length, late)
              && (i == 0 || forest.canSplit(learnable.length));
      LinkTrainer.Trained link =
          suffices
              ? trainer.train(days, rows.data().rows(learnable), rows.late(learnable, i))
              : trainer.constant(days, learnable.length, late);
      horizons.add(link);
      links.add(new TrainingReport.Link(days, learnable.length, late, !suffices, link.parity()));
      listener.progressed(TrainingListener.Stage.CHAIN, i + 1, HorizonChain.DAYS.size());
    }
    return horizons;
  }

  private static Map<String, Double> metrics(List<TrainingReport.TriedShape> shapes) {
    if (shapes.isEmpty()) {
      return Map.of();
    }
    Metrics best = best(shapes);
    return Map.of(
        "searchAuc", best.auc(),
        "searchPrAuc", best.prAuc(),
        "searchBrier", best.brier(),
        "searchEce", best.ece());
  }

  private static Map<String, String> recipe(ForestSettings forest) {
    return Map.of(
        "firstTrees", Integer.toString(forest.firstTrees()),
        "rounds", Integer.toString(forest.rounds()),
        "treesPerRound", Integer.toString(forest.treesPerRound()),
        "bagShare", Double.toString(forest.bagShare()),
        "inputShare", Double.toString(forest.inputShare()),
        "minimumLeaf", Integer.toString(forest.minimumLeaf()));
  }

  static ModelManifest manifest(
      TrainingRows rows,
      Provenance provenance,
      HorizonChain chain,
      Map<String, String> recipe,
      List<TrainingReport.Link> links,
      Map<String, Double> metrics,
      TrainingReference reference) {
    List<LocalDate> issued = IntStream.range(0, rows.rows()).mapToObj(rows::issuedOn).toList();
    return new ModelManifest(
        chain.features(),
        provenance.featureSet(),
        provenance.label(),
        HorizonChain.DAYS,
        new ModelManifest.Training(
            Collections.min(issued),
            Collections.max(issued),
            provenance.knownOn(),
            provenance.offsets(),
            links.stream().map(it -> (long) it.rows()).toList()),
        provenance.seed(),
        recipe,
        Map.of("weka", WekaForests.version(), "java", Runtime.version().feature() + ""),
        metrics,
        reference,
        provenance.createdAt());
  }
}
