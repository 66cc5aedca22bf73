package io.duecast.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the features says what the code does. */
class FeaturesDocTest {
  private static final Path PAGE = Path.of("..", "docs", "features.md");
  private static final String COMMAND =
      "mvn -pl domain test -Dtest=FeaturesDocTest -Dduecast.write-docs=true";

  @Test
  void thePageIsUpToDate() throws IOException {
    if (Boolean.getBoolean("duecast.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(PAGE).as("docs/features.md is there; else run: %s", COMMAND).exists();
    assertThat(Files.readString(PAGE))
        .as("docs/features.md is as the features are; else run: %s", COMMAND)
        .isEqualTo(page());
  }

  private static String page() {
    StringBuilder page = new StringBuilder(HEAD);
    for (Feature feature : Feature.values()) {
      page.append(
          "| `%s` | %s | %s | %s |%n"
              .replace("%n", "\n")
              .formatted(
                  feature.key(),
                  feature.isCategory() ? "category" : "number",
                  feature.isCategory() ? "" : unit(feature.unit()),
                  feature.meaning()));
    }
    return page.toString();
  }

  private static String unit(Unit unit) {
    return switch (unit) {
      case COUNT -> "count";
      case DAYS -> "days";
      case RATIO -> "ratio";
      case AMOUNT -> "units of the invoice's currency";
      case CALENDAR -> "calendar";
      case FLAG -> "1 = yes, 0 = no";
      case CATEGORY, OWN -> "";
    };
  }

  private static final String HEAD =
      """
      # Features

      What a score is computed from. This page is written from `Feature` in the module `domain`;
      a test fails when it is stale, and this command writes it anew:

          %s

      Each feature is computed when an invoice becomes known, from the invoice, the customer, and
      what was known of the customer's account before: never from what came of the invoice itself.
      "Late" means paid, or still unpaid, more than the days of grace past the due date in force.
      A value that is not known is missing: NaN for a number, nothing for a category; never 0 or -1.
      The meaning of a name never changes: what means something else has another name.

      ## Features of your own

      Any column of your own becomes a feature by declaration, without code. A declared feature has
      a source, which is part of its name:

      | Name | Looked up in | Kind |
      |---|---|---|
      | `invoice.<name>` | the attributes of the invoice | number or category |
      | `customer.<name>` | the attributes of the customer, as known then | number or category |
      | `crm.<name>` | the CRM signals of the customer, as known then | number |
      | `indicator.<name>` | the figure published last by then: for the customer's country and \
      industry, else for its country, else for all | number |

      A value that is not there is missing. A word where a number was declared is missing; a number
      where a category was declared is the word that it is written as.

      ## The catalogue

      | Name | Kind | Unit | Meaning |
      |---|---|---|---|
      """
          .formatted(COMMAND);
}
