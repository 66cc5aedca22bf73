package io.duecast.trainer.chain;

import io.duecast.health.TrainingReference;
import io.duecast.model.CompiledForest;
import io.duecast.model.Horizon;
import io.duecast.model.HorizonChain;
import io.duecast.model.RiskModel;
import io.duecast.trainer.calibration.VoteCalibration;
import io.duecast.trainer.calibration.VoteScale;
import io.duecast.trainer.data.Dataset;
import io.duecast.trainer.data.ModelRows;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.forest.ForestSettings;
import io.duecast.trainer.forest.ModelInputs;
import io.duecast.trainer.forest.Parity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * A model around a forest that somebody else trained. What the forest lacks is learned from
 * labelled invoices: what its votes mean as probabilities, how long late invoices stay unpaid, and
 * on which day they are paid.
 */
public final class Adoption {
  private final TrainingSettings settings;

  public Adoption(TrainingSettings settings) {
    this.settings = settings;
  }

  /**
   * The model.
   *
   * @param rows that the forest was not trained on
   * @throws TooLittleDataException if too few of them have a label
   */
  public RiskModel of(CompiledForest forest, TrainingRows rows, Provenance provenance)
      throws TooLittleDataException {
    int[] known = ModelTraining.enough(rows);
    BitSet late = rows.late(known, 0);
    ModelInputs inputs = ModelInputs.ofModel(forest.features());
    ForestSettings none = settings.forest(settings.shapes().getFirst(), 0, provenance.seed());
    LinkTrainer constants = new LinkTrainer(inputs, none, 0);
    LinkTrainer.Trained first = link(forest, rows.data().rows(known), late);
    List<Horizon> horizons = new ArrayList<>(List.of(first.horizon()));
    List<TrainingReport.Link> links = new ArrayList<>();
    links.add(new TrainingReport.Link(0, known.length, late.cardinality(), false, Parity.NONE));
    for (int i = 1; i < HorizonChain.DAYS.size(); i++) {
      int[] learnable = rows.learnable(i);
      int stillUnpaid = rows.late(learnable, i).cardinality();
      int days = HorizonChain.DAYS.get(i);
      horizons.add(constants.constant(days, learnable.length, stillUnpaid).horizon());
      links.add(new TrainingReport.Link(days, learnable.length, stillUnpaid, true, Parity.NONE));
    }
    HorizonChain chain = new HorizonChain(horizons);
    TrainingReference reference = LearnedFrom.reference(first, rows.data().rows(known), late);
    return new RiskModel(
        ModelTraining.manifest(
            rows.select(known),
            provenance,
            chain,
            Map.of("trees", Integer.toString(forest.trees()), "trainedIn", "Weka's Explorer"),
            links,
            Map.of(),
            reference),
        chain,
        PaymentDaysTrainer.train(inputs, settings, rows, provenance));
  }

  /**
   * What such a model says of late or not, and no more: enough to prove it.
   *
   * @throws TooLittleDataException if too few rows have a label
   */
  public static Horizon first(CompiledForest forest, TrainingRows rows)
      throws TooLittleDataException {
    int[] known = ModelTraining.enough(rows);
    return link(forest, rows.data().rows(known), rows.late(known, 0)).horizon();
  }

  private static LinkTrainer.Trained link(CompiledForest forest, Dataset rows, BitSet late) {
    double[] votes =
        Arrays.stream(ModelRows.of(forest.features(), rows))
            .mapToDouble(row -> Math.clamp(forest.score(row), 0.0, 1.0))
            .toArray();
    Horizon horizon =
        new Horizon(
            0,
            forest,
            VoteCalibration.fit(votes, late, new VoteScale(forest.trees(), forest.trees())));
    double[] scores = Arrays.stream(votes).map(horizon.calibration()::probability).toArray();
    return new LinkTrainer.Trained(horizon, scores, Parity.NONE);
  }
}
