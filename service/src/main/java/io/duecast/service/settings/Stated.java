package io.duecast.service.settings;

/**
 * A value that somebody stated.
 *
 * @param origin where: {@code duecast.yaml:3}, a variable, a flag, or {@code default}
 */
public record Stated(String key, String text, String origin) {
  /** The origin of what nobody stated. */
  public static final String DEFAULT = "default";

  /** Whether anybody stated it. */
  public boolean isStated() {
    return !origin.equals(DEFAULT);
  }

  /** The value as it may be shown. */
  public String shown() {
    if (Catalogue.isSecret(key) && !text.isEmpty()) {
      return "********";
    }
    return text.replaceAll("://[^/@\\s]+@", "://********@");
  }
}
