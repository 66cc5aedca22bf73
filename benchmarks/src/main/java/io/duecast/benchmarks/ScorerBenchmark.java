package io.duecast.benchmarks;

import io.duecast.model.ModelFile;
import io.duecast.model.PathAttribution;
import io.duecast.model.RiskModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A score, its reasons, and a loaded model, by Weka and by the compiled forest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScorerBenchmark {
  private static final class Kept {
    private static final List<ScorerContest> CONTESTS = ScorerContest.all();
    private static final byte[] WEKA_FILE = CONTESTS.get(0).wekaFile();
    private static final byte[] MODEL_FILE = CONTESTS.get(0).modelFile();
  }

  @Param("COMPLETE")
  public String kind = "COMPLETE";

  private ScorerContest contest = ScorerBenchmark.contest(ScorerContest.Kind.COMPLETE);
  private double[] contributions = new double[0];
  private int next;

  static ScorerContest contest(ScorerContest.Kind kind) {
    return Kept.CONTESTS.get(List.of(ScorerContest.Kind.values()).indexOf(kind));
  }

  static int wekaBytes() {
    return Kept.WEKA_FILE.length;
  }

  static int modelBytes() {
    return Kept.MODEL_FILE.length;
  }

  /** Takes what was grown before. */
  @Setup
  public void choose() {
    contest = contest(ScorerContest.Kind.valueOf(kind));
    contributions = new double[contest.compiled().features().size()];
  }

  private int row() {
    next = next + 1 == contest.size() ? 0 : next + 1;
    return next;
  }

  @Benchmark
  public double[] weka() {
    return contest.weka().distribution(contest.instance(row()));
  }

  @Benchmark
  public double score() {
    return contest.compiled().score(contest.row(row()));
  }

  @Benchmark
  public double attribution() {
    return PathAttribution.add(contest.compiled(), contest.row(row()), contributions);
  }

  @Benchmark
  public Object wekaLoad() throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(Kept.WEKA_FILE))) {
      return in.readObject();
    }
  }

  @Benchmark
  public RiskModel load() {
    return ModelFile.read(Kept.MODEL_FILE);
  }
}
