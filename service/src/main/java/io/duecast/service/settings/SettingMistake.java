package io.duecast.service.settings;

/**
 * Something wrong with what was stated.
 *
 * @param origin where it stands
 * @param what what is wrong, with the value
 */
public record SettingMistake(String origin, String what) {
  @Override
  public String toString() {
    return origin + ": " + what;
  }
}
