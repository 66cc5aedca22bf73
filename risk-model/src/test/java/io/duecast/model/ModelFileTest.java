package io.duecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duecast.health.FeatureReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final int CHECKSUM_BYTES = 32;
  private static final int HEADER_BYTES = 20;

  @Property(tries = 300)
  void whatIsReadScoresAsWhatWasWritten(@ForAll long seed) {
    RiskModel written = RandomModels.model(seed);
    byte[] file = ModelFile.write(written);
    RiskModel read = ModelFile.read(file);

    assertThat(read.manifest()).isEqualTo(written.manifest());
    assertThat(ModelFile.write(read)).isEqualTo(file);
    RandomForests random = new RandomForests(seed, written.chain().features());
    for (int i = 0; i < 20; i++) {
      double[] row = random.row();
      SettlementCurve curve = written.chain().curve(row);
      assertThat(read.chain().curve(row)).isEqualTo(curve);
      CustomerPast past = new CustomerPast(i, i - 10);
      assertThat(read.days().of(row, past)).isEqualTo(written.days().of(row, past));
    }
  }

  @Test
  void theIdIsTheChecksumOfAllBeforeIt() {
    byte[] file = ModelFile.write(RandomModels.model(11));

    assertThat(ModelFile.id(file)).hasSize(64).isEqualTo(ModelFile.id(sealed(file)));
    assertThat(ModelFile.id(file))
        .isNotEqualTo(ModelFile.id(ModelFile.write(RandomModels.model(13))));
  }

  @Property(tries = 10)
  void aFlippedBitIsRefused(@ForAll long seed) {
    byte[] file = ModelFile.write(RandomModels.model(seed));
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      byte[] flipped = file.clone();
      flipped[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      assertRefused(flipped);
    }
  }

  @Test
  void aFileThatIsCutOffOrGoesOnIsRefused() {
    byte[] file = ModelFile.write(RandomModels.model(17));
    for (int length = 0; length < file.length; length++) {
      assertRefused(Arrays.copyOf(file, length));
    }
    assertRefused(Arrays.copyOf(file, file.length + 1));
  }

  @Test
  void bytesOfAForgerAreRefusedOrAModelThatScores() {
    Random random = new Random(4711);
    int scored = 0;
    for (int seed = 0; seed < 100; seed++) {
      byte[] file = ModelFile.write(RandomModels.model(seed));
      for (int i = 0; i < 100; i++) {
        scored += scoreIfRead(sealed(forged(file, random)), random) ? 1 : 0;
      }
    }
    assertThat(scored).isBetween(100, 9_900);
  }

  @Property(tries = 100)
  void aForgedCountIsRefusedWhereverItStands(@ForAll long seed) {
    byte[] file = ModelFile.write(RandomModels.model(seed));
    int body = HEADER_BYTES + ByteBuffer.wrap(file).getInt(12);
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      byte[] forged = file.clone();
      int at = random.nextInt(body, file.length - CHECKSUM_BYTES - 4);
      ByteBuffer.wrap(forged).putInt(at, random.nextBoolean() ? Integer.MAX_VALUE : -2);
      scoreIfRead(sealed(forged), random);
    }
  }

  @Test
  void aHugeModelOnPaperTakesNoMemory() {
    byte[] file = ModelFile.write(RandomModels.model(19));
    int body = HEADER_BYTES + ByteBuffer.wrap(file).getInt(12);
    int knots = body + 8;
    ByteBuffer.wrap(file).putInt(knots, Integer.MAX_VALUE);

    assertThatThrownBy(() -> ModelFile.read(sealed(file)))
        .isInstanceOf(RefusedModelException.class)
        .hasMessageContaining("2147483647 entries of 24 bytes");
  }

  @Test
  void anotherVersionIsRefusedByItsNumber() {
    byte[] file = ModelFile.write(RandomModels.model(23));
    ByteBuffer.wrap(file).putInt(8, 2);

    assertThatThrownBy(() -> ModelFile.read(sealed(file)))
        .isInstanceOf(RefusedModelException.class)
        .hasMessageContaining("format version 2");
  }

  @Test
  void aModelOfVersion1ScoresAsItDidWhenItWasWritten() throws IOException {
    RiskModel model = ModelFile.read(resource("/model-format-1.bin"));

    assertThat(model.manifest().reference().features())
        .extracting(FeatureReference::key)
        .isEqualTo(model.manifest().features().stream().map(ModelFeature::key).toList());
    assertScores(model, "/model-format-1-scores.csv");
  }

  private static void assertScores(RiskModel model, String name) throws IOException {
    String[] lines = new String(resource(name), StandardCharsets.UTF_8).split("\n", -1);

    int scored = 0;
    for (String line : lines) {
      if (!line.isEmpty()) {
        double[] cells =
            Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
        int features = cells.length - 7;
        assertThat(model.chain().curve(Arrays.copyOf(cells, features)))
            .isEqualTo(
                new SettlementCurve(
                    cells[features],
                    cells[features + 1],
                    cells[features + 2],
                    cells[features + 3]));
        assertThat(model.days().of(Arrays.copyOf(cells, features), new CustomerPast(7, 2.5)))
            .isEqualTo(
                new PaymentDays.Days(
                    (int) cells[features + 4],
                    (int) cells[features + 5],
                    (int) cells[features + 6]));
        scored++;
      }
    }
    assertThat(scored).isEqualTo(50);
  }

  private static byte[] forged(byte[] file, Random random) {
    byte[] forged = file.clone();
    int at = random.nextInt(8, file.length - CHECKSUM_BYTES - 8);
    switch (random.nextInt(5)) {
      case 0 -> forged[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> ByteBuffer.wrap(forged).putInt(at, random.nextInt(-3, 70));
      case 2 -> ByteBuffer.wrap(forged).putDouble(at, Double.NaN);
      case 3 -> ByteBuffer.wrap(forged).putDouble(at, random.nextGaussian() * 1e300);
      default -> {
        int length = random.nextInt(1, 8);
        System.arraycopy(file, random.nextInt(file.length - length), forged, at, length);
      }
    }
    return forged;
  }

  private static boolean scoreIfRead(byte[] file, Random random) {
    Optional<RiskModel> read = read(file);
    if (read.isPresent()) {
      HorizonChain chain = read.get().chain();
      double[] row = new RandomForests(random.nextLong(), chain.features()).row();
      SettlementCurve curve = chain.curve(row);
      assertThat(curve.probabilityLate()).isStrictlyBetween(0.0, 1.0);
      PaymentDays.Days days = read.get().days().of(row, new CustomerPast(0, 0));
      assertThat(days.expected()).isBetween(days.earliest(), days.latest());
      assertThat(days.latest()).isBetween(-60_000, 60_000);
    }
    return read.isPresent();
  }

  private static Optional<RiskModel> read(byte[] file) {
    try {
      return Optional.of(ModelFile.read(file));
    } catch (RefusedModelException e) {
      assertThat(e).hasMessageMatching("(?s).{10,}");
      return Optional.empty();
    }
  }

  private static void assertRefused(byte[] file) {
    assertThatThrownBy(() -> ModelFile.read(file)).isInstanceOf(RefusedModelException.class);
  }

  /** With a checksum that is right. */
  private static byte[] sealed(byte[] file) {
    try {
      byte[] sealed = file.clone();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file, 0, file.length - CHECKSUM_BYTES);
      System.arraycopy(digest.digest(), 0, sealed, file.length - CHECKSUM_BYTES, CHECKSUM_BYTES);
      return sealed;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ModelFileTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
