package io.duecast.trainer.service;

import io.duecast.health.ScoreReference;
import io.duecast.label.Labelling;
import io.duecast.model.CompiledForest;
import io.duecast.model.ModelFile;
import io.duecast.model.ModelManifest;
import io.duecast.model.RiskModel;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.release.ReleaseDecision;
import io.duecast.release.Releases;
import io.duecast.risk.BaselineScorer;
import io.duecast.trainer.chain.Adoption;
import io.duecast.trainer.chain.ModelTraining;
import io.duecast.trainer.chain.Provenance;
import io.duecast.trainer.chain.TooLittleDataException;
import io.duecast.trainer.chain.TrainedModel;
import io.duecast.trainer.chain.TrainingListener;
import io.duecast.trainer.chain.TrainingSettings;
import io.duecast.trainer.data.Columns;
import io.duecast.trainer.forest.Parity;
import io.duecast.trainer.log.LabelLog;
import io.duecast.trainer.log.LabelledBook;
import io.duecast.trainer.release.Guard;
import io.duecast.trainer.release.Judging;
import io.duecast.trainer.release.ModelStore;
import io.duecast.trainer.release.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns from all labels that there are, proves what it learned on invoices that it kept back, and
 * releases it if the gate lets it. First the model's file, then the event that names it.
 */
public final class Trainer {
  private static final String GUARD = "guard";

  /** On so many rows a forest has to say what Weka says, before it may be released. */
  private static final int PARITY_ROWS = 10_000;

  private final TrainerPlan plan;
  private final ModelStore store;

  public Trainer(TrainerPlan plan) {
    this.plan = plan;
    this.store = new ModelStore(plan.cluster(), plan.topics(), plan.serdes());
  }

  /** What was decided before. */
  public Releases releases() {
    return store.releases();
  }

  /**
   * One training, from the labels to the decision. Asked again for the same occasion, it answers as
   * before.
   */
  public Learned learn(Occasion occasion, TrainingListener listener) {
    Releases releases = store.releases();
    Optional<ModelReleased> before =
        releases.inOrder().stream().filter(it -> isOf(it, occasion)).findFirst();
    if (before.isPresent()) {
      return new Learned.Decided(before.get());
    }
    LabelledBook book = read(occasion);
    try {
      return new Learned.Decided(learn(book, occasion, releases, listener));
    } catch (TooLittleDataException e) {
      return new Learned.TooLittle(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Looks after the model in charge: if those who know less were surely better on what it has
   * scored, the one before it takes over.
   *
   * @return the release that takes it back; empty if it stays
   */
  public Optional<ModelReleased> guard(Occasion occasion) {
    Releases releases = store.releases();
    boolean hasSpoken =
        releases.inOrder().stream()
            .anyMatch(
                it ->
                    it.decidedBy().equals(GUARD)
                        && it.effectiveFrom().equals(occasion.effectiveFrom()));
    ModelReleased champion = releases.champion().orElse(null);
    if (hasSpoken) {
      return Optional.empty();
    }
    if (champion == null || champion.modelId().equals(BaselineScorer.MODEL_ID)) {
      return Optional.empty();
    }
    LabelledBook book = read(occasion);
    Optional<ModelReleased> back =
        new Guard(plan.policy(), plan.gate())
            .objection(champion.modelId(), book, occasion.knownOn())
            .map(why -> backFrom(champion, releases, occasion, why));
    back.ifPresent(store::tell);
    return back;
  }

  /** What a model said in training; nothing of one whose file is not kept. */
  ScoreReference saidInTraining(String modelId) {
    RiskModel model = store.model(modelId);
    return model == null ? ScoreReference.NONE : model.manifest().reference().scores();
  }

  /**
   * Ends the silent trial of a candidate: it takes over, or it goes.
   *
   * @return what was decided; empty if it is no longer on trial, for a person was quicker
   */
  public Optional<ModelReleased> conclude(ModelReleased candidate, Verdict verdict, Instant at) {
    Releases releases = store.releases();
    Optional<ModelReleased> decision =
        releases
            .shadow()
            .filter(it -> it.releaseId().equals(candidate.releaseId()))
            .map(it -> after(it, releases, verdict, at));
    decision.ifPresent(store::tell);
    return decision;
  }

  private static ModelReleased after(
      ModelReleased candidate, Releases releases, Verdict verdict, Instant at) {
    ModelSlot slot = verdict.passed() ? ModelSlot.CHAMPION : ModelSlot.NONE;
    List<String> reasons = new ArrayList<>(verdict.reasons());
    reasons.addAll(candidate.reasons());
    Map<String, Double> metrics = new TreeMap<>(candidate.metrics());
    metrics.putAll(verdict.metrics());
    return new ModelReleased(
        "%s:%s@%s".formatted(slot, candidate.modelId(), at),
        slot,
        candidate.modelId(),
        releases.champion().map(ModelReleased::modelId).orElse(null),
        at,
        candidate.knownOn(),
        verdict.passed() ? ReleaseDecision.PROMOTED : ReleaseDecision.REFUSED,
        reasons,
        candidate.trigger(),
        "trial",
        candidate.evaluatedRows(),
        metrics,
        at);
  }

  private static ModelReleased backFrom(
      ModelReleased champion, Releases releases, Occasion occasion, String why) {
    String before = releases.before(champion.modelId()).orElse(BaselineScorer.MODEL_ID);
    return new ModelReleased(
        "%s:%s@%s".formatted(ModelSlot.CHAMPION, before, occasion.effectiveFrom()),
        ModelSlot.CHAMPION,
        before,
        champion.modelId(),
        occasion.effectiveFrom(),
        releases.inOrder().stream()
            .filter(it -> it.modelId().equals(before))
            .findFirst()
            .map(ModelReleased::knownOn)
            .orElse(null),
        ReleaseDecision.ROLLED_BACK,
        List.of(why),
        occasion.trigger(),
        GUARD,
        0,
        Map.of(),
        occasion.effectiveFrom());
  }

  private LabelledBook read(Occasion occasion) {
    return new LabelLog(plan.cluster(), plan.topics(), plan.serdes(), plan.mostRows())
        .read(occasion.knownOn(), Columns.of(plan.features()));
  }

  private static boolean isOf(ModelReleased decision, Occasion occasion) {
    return occasion.trigger().equals(decision.trigger())
        && occasion.knownOn().equals(decision.knownOn())
        && occasion.effectiveFrom().equals(decision.effectiveFrom());
  }

  private ModelReleased learn(
      LabelledBook book, Occasion occasion, Releases releases, TrainingListener listener)
      throws TooLittleDataException {
    Provenance provenance = provenance(book, occasion);
    TrainedModel trained =
        new ModelTraining(plan.training(), PARITY_ROWS).train(book.rows(), provenance, listener);
    ModelReleased champion = releases.champion().orElse(null);
    Parity parity = trained.report().parity();
    Verdict verdict =
        parity.holds()
            ? judge(book, provenance, trained, champion)
            : Verdict.ofAnotherModel(parity);
    ModelSlot slot = verdict.passed() ? next() : ModelSlot.NONE;
    ReleaseDecision said = verdict.passed() ? ReleaseDecision.PASSED : ReleaseDecision.REFUSED;
    return tell(trained.model(), slot, said, verdict.with(parity), occasion, champion);
  }

  /**
   * Brings a forest that a person trained elsewhere before the gate.
   *
   * @param learnedUntil the last day of issue of the invoices that it was trained on: the later
   *     ones calibrate it and prove it
   * @param despite why it is put in charge at once whatever the gate says; null if it is not
   * @throws TooLittleDataException if too few invoices were issued since
   */
  public ModelReleased adopt(
      CompiledForest forest, LocalDate learnedUntil, Occasion occasion, @Nullable String despite)
      throws TooLittleDataException {
    Releases releases = store.releases();
    ModelReleased champion = releases.champion().orElse(null);
    LabelledBook book = read(occasion);
    Provenance provenance = provenance(book, occasion);
    Adoption adoption = new Adoption(plan.training());
    RiskModel model = adoption.of(forest, book.issuedAfter(learnedUntil), provenance);
    Verdict verdict =
        new Judging(plan.policy(), plan.gate())
            .of(
                book,
                learnedUntil.plusDays(1),
                provenance,
                before -> Adoption.first(forest, before),
                champion == null ? null : store.model(champion.modelId()),
                champion == null ? null : champion.knownOn());
    if (despite != null) {
      Verdict forced = verdict.despite(despite);
      return tell(model, ModelSlot.CHAMPION, ReleaseDecision.FORCED, forced, occasion, champion);
    }
    ModelSlot slot = verdict.passed() ? next() : ModelSlot.NONE;
    ReleaseDecision said = verdict.passed() ? ReleaseDecision.PASSED : ReleaseDecision.REFUSED;
    return tell(model, slot, said, verdict, occasion, champion);
  }

  /** First the model's file, if anybody is to load it, then the decision. */
  private ModelReleased tell(
      RiskModel model,
      ModelSlot slot,
      ReleaseDecision said,
      Verdict verdict,
      Occasion occasion,
      @Nullable ModelReleased champion) {
    byte[] file = ModelFile.write(model);
    if (slot != ModelSlot.NONE) {
      store.put(file, occasion.effectiveFrom());
    }
    ModelReleased decision =
        new ModelReleased(
            "%s:%s@%s".formatted(slot, ModelFile.id(file), occasion.effectiveFrom()),
            slot,
            ModelFile.id(file),
            champion == null ? null : champion.modelId(),
            occasion.effectiveFrom(),
            occasion.knownOn(),
            said,
            verdict.reasons(),
            occasion.trigger(),
            said == ReleaseDecision.FORCED ? "a person" : "gate",
            verdict.rows(),
            verdict.metrics(),
            occasion.effectiveFrom());
    store.tell(decision);
    return decision;
  }

  private ModelSlot next() {
    return plan.trial().isWanted() ? ModelSlot.SHADOW : ModelSlot.CHAMPION;
  }

  /** The candidate's recipe is proved on a model that has not seen the invoices that prove it. */
  private Verdict judge(
      LabelledBook book,
      Provenance provenance,
      TrainedModel trained,
      @Nullable ModelReleased champion) {
    TrainingSettings recipe = plan.training().only(trained.report().chosen());
    RiskModel inCharge = champion == null ? null : store.model(champion.modelId());
    return new Judging(plan.policy(), plan.gate())
        .of(book, provenance, recipe, inCharge, champion == null ? null : champion.knownOn());
  }

  private Provenance provenance(LabelledBook book, Occasion occasion) {
    return new Provenance(
        plan.features().fingerprint(),
        new ModelManifest.Label(Labelling.DEFINITION, plan.policy().graceDays()),
        occasion.knownOn(),
        book.offsets(),
        plan.seed(),
        occasion.effectiveFrom());
  }
}
