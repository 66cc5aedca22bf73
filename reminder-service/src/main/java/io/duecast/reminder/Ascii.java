package io.duecast.reminder;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts that a header can hold. */
final class Ascii {
  private Ascii() {}

  /** Percent-encoded UTF-8. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
