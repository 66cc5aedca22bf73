package io.duecast.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InsightDocTest {
  @Test
  void theDocumentNamesEveryFigureAndItsFormula() throws IOException {
    String document = Files.readString(Path.of("../docs/insight.md"));

    for (Kpi kpi : Kpi.values()) {
      String unit = kpi.unit() == Kpi.Unit.DAYS ? "days" : "%";
      assertThat(document).contains("| %s | %s | %s |".formatted(kpi.title(), unit, kpi.formula()));
    }
  }
}
