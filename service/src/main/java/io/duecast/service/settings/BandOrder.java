package io.duecast.service.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The rule that the bands' limits rise. */
final class BandOrder {
  private static final List<Setting> LIMITS =
      List.of(Catalogue.MEDIUM, Catalogue.HIGH, Catalogue.VERY_HIGH);

  private BandOrder() {}

  static Optional<SettingMistake> objection(Map<String, Stated> effective) {
    List<Stated> limits =
        LIMITS.stream().map(it -> Objects.requireNonNull(effective.get(it.key()))).toList();
    boolean rise = true;
    for (int i = 1; i < limits.size(); i++) {
      rise &=
          Double.parseDouble(limits.get(i - 1).text()) < Double.parseDouble(limits.get(i).text());
    }
    if (rise) {
      return Optional.empty();
    }
    String shown =
        limits.stream()
            .map(it -> "%s = %s (%s)".formatted(it.key(), it.text(), it.origin()))
            .collect(Collectors.joining(", "));
    return Optional.of(new SettingMistake("risk.band", "the limits must rise, but are " + shown));
  }
}
