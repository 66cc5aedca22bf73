package io.duecast.service.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when the settings cannot be used; carries every mistake, not only the first. */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<SettingMistake> mistakes;

  public SettingsException(List<SettingMistake> mistakes) {
    super(
        "%d %s in the settings%n%s"
            .formatted(
                mistakes.size(),
                mistakes.size() == 1 ? "mistake" : "mistakes",
                mistakes.stream().map(it -> "  " + it).collect(Collectors.joining("\n"))));
    this.mistakes = List.copyOf(mistakes);
  }

  public List<SettingMistake> mistakes() {
    return mistakes;
  }
}
