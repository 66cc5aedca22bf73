package io.duecast.trainer.release;

import io.duecast.trainer.quality.Metrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a candidate may take over: it must beat the customers' own late ratios and the
 * prior, must not be worse than the champion, must find as many late invoices among its riskiest
 * tenth, and must not be bad for any segment. Pure: the same contest, the same verdict.
 */
public final class Gate {
  private final GatePolicy policy;

  public Gate(GatePolicy policy) {
    this.policy = policy;
  }

  /** The verdict, with every reason and not the first alone. */
  public Verdict judge(Contest contest) {
    int late = contest.late().get(0, contest.rows()).cardinality();
    if (contest.rows() < policy.rows()
        || Math.min(late, contest.rows() - late) < policy.ofALabel()) {
      return new Verdict(
          false,
          List.of(
              text(
                  "too little evidence: %d unseen invoices with a label, of which %d were late; at"
                      + " least %d, and %d of either, are needed",
                  contest.rows(), late, policy.rows(), policy.ofALabel())),
          contest.rows(),
          Map.of());
    }
    Findings findings = new Findings(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
    name("candidate", contest.candidate(), contest, findings.metrics());
    against("rule", "the customers' own late ratios", contest.rule(), contest, findings);
    against("prior", "the same share for all", contest.priors(), contest, findings);
    if (contest.hasChampion()) {
      againstChampion(contest, contest.champion(), findings);
      inSegments(contest, contest.champion(), findings.objections());
    }
    boolean passes = findings.objections().isEmpty();
    return new Verdict(
        passes,
        passes ? findings.praise() : findings.objections(),
        contest.rows(),
        findings.metrics());
  }

  private record Findings(
      List<String> objections, List<String> praise, Map<String, Double> metrics) {}

  /** What knows less must be beaten, and surely. */
  private void against(
      String name, String called, double[] other, Contest contest, Findings findings) {
    name(name, other, contest, findings.metrics());
    double sure = PairedTest.better(contest, contest.candidate(), other);
    findings.metrics().put("candidate.beats." + name, sure);
    String said =
        text(
            "Brier %.4f against %.4f of %s, better in %.0f %% of the draws",
            brier(contest, contest.candidate()), brier(contest, other), called, 100 * sure);
    if (sure < policy.sureToBeatRule()) {
      findings
          .objections()
          .add(text("no proof: %s; %.0f %% are needed", said, 100 * policy.sureToBeatRule()));
    } else {
      findings.praise().add(said);
    }
  }

  private void againstChampion(Contest contest, double[] champion, Findings findings) {
    name("champion", champion, contest, findings.metrics());
    double worse = PairedTest.better(contest, champion, contest.candidate());
    findings.metrics().put("champion.beats.candidate", worse);
    String said =
        text(
            "Brier %.4f against %.4f of the champion, which is better in %.0f %% of the draws",
            brier(contest, contest.candidate()), brier(contest, champion), 100 * worse);
    if (worse >= policy.sureToBeWorse()) {
      findings.objections().add("worse than the champion: " + said);
    } else {
      findings.praise().add(said);
    }
    int found = lateInTop(contest, contest.candidate());
    int foundByChampion = lateInTop(contest, champion);
    if (found < foundByChampion * (1 - policy.costTolerance())) {
      findings
          .objections()
          .add(
              text(
                  "its riskiest tenth holds %d late invoices, the champion's %d",
                  found, foundByChampion));
    }
  }

  private void inSegments(Contest contest, double[] champion, List<String> objections) {
    Map<String, List<Integer>> rowsOf = new LinkedHashMap<>();
    for (int row = 0; row < contest.rows(); row++) {
      @Nullable String segment = contest.segments().get(row);
      if (segment != null) {
        rowsOf.computeIfAbsent(segment, it -> new ArrayList<>()).add(row);
      }
    }
    rowsOf.forEach(
        (segment, rows) -> {
          double is = brier(contest, contest.candidate(), rows);
          double was = brier(contest, champion, rows);
          if (rows.size() >= policy.segmentRows() && is > was * (1 + policy.segmentTolerance())) {
            objections.add(
                text(
                    "badly worse in segment %s: Brier %.4f against %.4f on %d invoices",
                    segment, is, was, rows.size()));
          }
        });
  }

  private static int lateInTop(Contest contest, double[] said) {
    return Arrays.stream(byRisk(said))
        .limit(Math.max(1, said.length / 10))
        .map(contest::outcome)
        .sum();
  }

  private static int[] byRisk(double[] said) {
    Integer[] order = new Integer[said.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> -said[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static double brier(Contest contest, double[] said) {
    double sum = 0;
    for (int row = 0; row < said.length; row++) {
      sum += Math.pow(said[row] - contest.outcome(row), 2);
    }
    return sum / said.length;
  }

  private static double brier(Contest contest, double[] said, List<Integer> rows) {
    return rows.stream()
        .mapToDouble(row -> Math.pow(said[row] - contest.outcome(row), 2))
        .average()
        .orElse(0);
  }

  private static void name(
      String who, double[] said, Contest contest, Map<String, Double> metrics) {
    BitSet late = contest.late();
    Metrics measured = Metrics.of(said, late);
    Map<String, Double> named = new HashMap<>();
    named.put("auc", measured.auc());
    named.put("prAuc", measured.prAuc());
    named.put("brier", measured.brier());
    named.put("ece", measured.ece());
    named.forEach((metric, value) -> metrics.put(who + "." + metric, value));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
