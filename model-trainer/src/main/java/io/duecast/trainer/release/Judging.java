package io.duecast.trainer.release;

import io.duecast.model.Horizon;
import io.duecast.model.RiskModel;
import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.ModelTraining;
import io.duecast.trainer.chain.Provenance;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.data.TrainingRows;
import io.duecast.trainer.log.LabelledBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a candidate before the gate. */
public final class Judging {
  private final LabelPolicy policy;
  private final Gate gate;

  public Judging(LabelPolicy policy, GatePolicy gatePolicy) {
    this.policy = policy;
    this.gate = new Gate(gatePolicy);
  }

  /**
   * The verdict on a recipe: a model is trained by it on what came before the window, and judged on
   * the window.
   *
   * @param recipe the settings that the candidate was trained with
   * @param champion the model in charge; null if there is none
   * @param championKnownOn the day whose labels the champion learned from; null if there is none
   */
  public Verdict of(
      LabelledBook book,
      Provenance provenance,
      TrainingSettings recipe,
      @Nullable RiskModel champion,
      @Nullable LocalDate championKnownOn) {
    return of(
        book,
        LocalDate.MIN,
        provenance,
        before -> new ModelTraining(recipe).first(before, provenance.seed()),
        champion,
        championKnownOn);
  }

  /** How what says late or not is made of labelled invoices. */
  @FunctionalInterface
  public interface Recipe {
    /** The first link of a model. */
    Horizon of(TrainingRows rows) throws TooLittleDataException;
  }

  /**
   * The verdict on any recipe.
   *
   * @param since the first day of issue that may be used, to make the model or to judge it
   * @param champion the model in charge; null if there is none
   * @param championKnownOn the day whose labels the champion learned from; null if there is none
   */
  public Verdict of(
      LabelledBook book,
      LocalDate since,
      Provenance provenance,
      Recipe recipe,
      @Nullable RiskModel champion,
      @Nullable LocalDate championKnownOn) {
    LocalDate unseen =
        championKnownOn == null || championKnownOn.isBefore(since) ? since : championKnownOn;
    Window window = Window.of(book, policy, provenance.knownOn(), unseen);
    if (window.rows().length == 0) {
      return refusal("no invoice that is past due was kept back to prove it on", 0);
    }
    try {
      Horizon proved = recipe.of(window.before(since));
      Horizon inCharge = champion == null ? null : champion.chain().first();
      return gate.judge(window.contest(proved, inCharge));
    } catch (TooLittleDataException e) {
      return refusal(
          "too little before the invoices that are to prove it: " + e.getMessage(),
          window.rows().length);
    }
  }

  private static Verdict refusal(String why, int rows) {
    return new Verdict(false, List.of(why), rows, Map.of());
  }
}
