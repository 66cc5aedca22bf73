package io.duecast.standalone.insight;

import io.duecast.insight.Group;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which receivables are shown, and how far they are told apart. */
final class Grouping {
  /** How far groups are told apart; currencies always are. */
  enum By {
    CURRENCY,
    ENTITY,
    SEGMENT,
    ALL
  }

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description =
          "What is told apart: currency, entity, segment, or all. Currencies always are. Default:"
              + " currency.")
  By by = By.CURRENCY;

  @Option(names = "--currency", paramLabel = "CODE", description = "Only this currency.")
  @Nullable String currency;

  @Option(names = "--entity", paramLabel = "NAME", description = "Only what this entity sold.")
  @Nullable String entity;

  @Option(names = "--segment", paramLabel = "NAME", description = "Only customers of this segment.")
  @Nullable String segment;

  boolean takes(Group group) {
    return (currency == null || currency.equals(group.currency()))
        && (entity == null || entity.equals(group.entity()))
        && (segment == null || segment.equals(group.segment()));
  }

  Group of(Group group) {
    boolean isByEntity = by == By.ENTITY || by == By.ALL || entity != null;
    boolean isBySegment = by == By.SEGMENT || by == By.ALL || segment != null;
    return new Group(
        group.currency(), isByEntity ? group.entity() : "", isBySegment ? group.segment() : "");
  }
}
