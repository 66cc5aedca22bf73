package io.duecast.standalone.demo;

import io.duecast.outcome.LabelPolicy;
import io.duecast.receivable.Change;
import io.duecast.receivable.InvoiceId;
import io.duecast.receivable.InvoiceIssued;
import io.duecast.receivable.ReceivableChanged;
import io.duecast.release.ModelReleased;
import io.duecast.release.ModelSlot;
import io.duecast.risk.AssessmentTrigger;
import io.duecast.risk.HighRiskInvoice;
import io.duecast.risk.RiskAssessed;
import io.duecast.risk.RiskBand;
import io.duecast.risk.ScorerRole;
import io.duecast.wire.DeadLetter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What has been seen so far: issued, scored, and how it turned out. Safe for threads. */
final class Board {
  private static final int HIGH_RISKS_SHOWN = 6;
  private static final long LOOK_MS = 100;

  private final LabelPolicy policy;
  private final long beganNanos = System.nanoTime();
  private final Map<InvoiceId, Long> waitingSinceNanos = new HashMap<>();
  private final Set<InvoiceId> issued = new HashSet<>();
  private final Map<InvoiceId, RiskBand> bands = new HashMap<>();
  private final Map<RiskBand, BandTally> tallies = new EnumMap<>(RiskBand.class);
  private final Deque<HighRiskInvoice> highRisks = new ArrayDeque<>();
  private final Latencies latencies = new Latencies();
  private final List<ModelReleased> decisions = new ArrayList<>();
  private String scoredBy = "";
  private @Nullable LocalDate day;
  private long events;
  private long twice;
  private long letters;
  private long firstScoreMs = -1;

  Board(LabelPolicy policy) {
    this.policy = policy;
    for (RiskBand band : RiskBand.values()) {
      tallies.put(band, BandTally.NONE);
    }
  }

  /**
   * What was learned.
   *
   * @param scoredBy the scorer of the last invoice
   * @param released models that the gate let through
   * @param refused models that it did not
   * @param last what was decided last; null before the first
   */
  record Learning(String scoredBy, int released, int refused, @Nullable ModelReleased last) {
    static final Learning NONE = new Learning("", 0, 0, null);
  }

  private Learning learning() {
    int released = (int) decisions.stream().filter(it -> it.slot() == ModelSlot.CHAMPION).count();
    return new Learning(
        scoredBy,
        released,
        (int) decisions.stream().filter(it -> it.slot() == ModelSlot.NONE).count(),
        decisions.isEmpty() ? null : decisions.getLast());
  }

  /** What is seen now, to be shown. */
  record Seen(
      @Nullable LocalDate day,
      double seconds,
      long events,
      long issued,
      long scored,
      long letters,
      Map<RiskBand, BandTally> bands,
      List<HighRiskInvoice> highRisks,
      Learning learning,
      long p50Ms,
      long p99Ms) {}

  synchronized Seen seen() {
    return new Seen(
        day,
        (System.nanoTime() - beganNanos) / 1e9,
        events,
        issued.size(),
        bands.size(),
        letters,
        Map.copyOf(tallies),
        List.copyOf(highRisks),
        learning(),
        latencies.percentileMs(0.5),
        latencies.percentileMs(0.99));
  }

  synchronized void sent() {
    events++;
  }

  synchronized void dayBegan(LocalDate date) {
    day = date;
  }

  synchronized void issued(InvoiceIssued fact) {
    if (issued.add(fact.invoice())) {
      waitingSinceNanos.put(fact.invoice(), System.nanoTime());
    }
  }

  synchronized void scored(RiskAssessed risk) {
    if (risk.trigger() != AssessmentTrigger.ISSUED || risk.role() == ScorerRole.SHADOW) {
      return;
    }
    if (bands.put(risk.invoice(), risk.band()) != null) {
      twice++;
      return;
    }
    tallies.merge(risk.band(), BandTally.SCORED, BandTally::plus);
    scoredBy = risk.modelId();
    Long since = waitingSinceNanos.remove(risk.invoice());
    if (since != null) {
      latencies.add(System.nanoTime() - since);
    }
    if (firstScoreMs < 0) {
      firstScoreMs = ProcessAge.now().toMillis();
    }
    notifyAll();
  }

  synchronized void referred(HighRiskInvoice invoice) {
    highRisks.addFirst(invoice);
    if (highRisks.size() > HIGH_RISKS_SHOWN) {
      highRisks.removeLast();
    }
  }

  /** A line of an account; the days between them are told elsewhere. */
  void moved(Record line) {
    if (line instanceof ReceivableChanged it) {
      changed(it);
    }
  }

  /** The risk of an invoice comes on another topic, and perhaps later: then it is not counted. */
  synchronized void changed(ReceivableChanged changed) {
    RiskBand band = bands.get(changed.invoice());
    if (band != null && changed.change() instanceof Change.Settled it) {
      boolean isLate = policy.isLate(it.settlement().daysPastDue());
      tallies.merge(band, isLate ? BandTally.PAID_LATE : BandTally.PAID_IN_TIME, BandTally::plus);
    }
  }

  synchronized void decided(ModelReleased decision) {
    decisions.add(decision);
  }

  synchronized void refused(DeadLetter letter) {
    letters++;
    notifyAll();
  }

  /** Waits until every invoice that was issued is scored, exactly once; false if it never is. */
  synchronized boolean isWholeWithin(Duration patience, BooleanSupplier isAlive)
      throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!bands.keySet().containsAll(issued)) {
      if (System.nanoTime() > deadline || !isAlive.getAsBoolean()) {
        return false;
      }
      wait(LOOK_MS);
    }
    return twice == 0 && bands.size() == issued.size();
  }

  synchronized String summary() {
    String first =
        firstScoreMs < 0
            ? ""
            : "; the first %.1f s after the start".formatted(firstScoreMs / 1000.0);
    String more =
        (twice == 0 ? "" : ", %d scored more than once".formatted(twice))
            + (letters == 0 ? "" : ", %d dead letters".formatted(letters));
    Learning learning = learning();
    return "issued %d, scored %d%s%s; issue to score p50 %d ms, p99 %d ms; models: %d released, %d refused"
        .formatted(
            issued.size(),
            bands.size(),
            more,
            first,
            latencies.percentileMs(0.5),
            latencies.percentileMs(0.99),
            learning.released(),
            learning.refused());
  }
}
