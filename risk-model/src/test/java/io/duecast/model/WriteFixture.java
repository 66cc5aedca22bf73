package io.duecast.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Writes the fixture of a new version of the model file: into the directory that is named. */
final class WriteFixture {
  private static final long SEED = 4711;
  private static final int ROWS = 50;

  private WriteFixture() {}

  public static void main(String[] arguments) throws IOException {
    Path directory = Path.of(arguments[0]);
    String name = "model-format-" + ModelFile.FORMAT_VERSION;
    RiskModel model = RandomModels.model(SEED);
    Files.write(directory.resolve(name + ".bin"), ModelFile.write(model));
    RandomForests random = new RandomForests(SEED, model.chain().features());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      lines.add(line(model, random.row()));
    }
    Files.write(directory.resolve(name + "-scores.csv"), lines);
  }

  private static String line(RiskModel model, double[] row) {
    SettlementCurve curve = model.chain().curve(row);
    PaymentDays.Days days = model.days().of(row, new CustomerPast(7, 2.5));
    return DoubleStream.concat(
                DoubleStream.of(row),
                DoubleStream.of(curve.after0(), curve.after30(), curve.after60(), curve.after90()))
            .mapToObj(Double::toString)
            .collect(Collectors.joining(","))
        + ",%d,%d,%d".formatted(days.earliest(), days.expected(), days.latest());
  }
}
