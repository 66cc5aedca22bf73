package io.duecast.console.web;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.List;
import java.util.Map;

/** Something that cannot be answered, as RFC 9457 tells it. */
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient List<Map<String, Object>> errors;

  private Problem(int status, String title, String detail) {
    this(status, title, detail, List.of());
  }

  private Problem(int status, String title, String detail, List<Map<String, Object>> errors) {
    super(detail);
    this.status = status;
    this.title = title;
    this.errors = List.copyOf(errors);
  }

  @FormatMethod
  static Problem badRequest(@FormatString String detail, Object... values) {
    return new Problem(400, "The request cannot be understood", detail.formatted(values));
  }

  @FormatMethod
  static Problem unauthorized(@FormatString String detail, Object... values) {
    return new Problem(401, "Who is it?", detail.formatted(values));
  }

  @FormatMethod
  static Problem tooMany(@FormatString String detail, Object... values) {
    return new Problem(429, "Not so fast", detail.formatted(values));
  }

  @FormatMethod
  static Problem forbidden(@FormatString String detail, Object... values) {
    return new Problem(403, "This is not for you", detail.formatted(values));
  }

  @FormatMethod
  static Problem notFound(@FormatString String detail, Object... values) {
    return new Problem(404, "There is no such thing", detail.formatted(values));
  }

  @FormatMethod
  static Problem conflict(@FormatString String detail, Object... values) {
    return new Problem(409, "This does not go with what is known", detail.formatted(values));
  }

  @FormatMethod
  static Problem unsupported(@FormatString String detail, Object... values) {
    return new Problem(415, "This cannot be read", detail.formatted(values));
  }

  @FormatMethod
  static Problem busy(@FormatString String detail, Object... values) {
    return new Problem(503, "There is too much to do", detail.formatted(values));
  }

  /** The same, with what is wrong one by one. */
  Problem because(List<Map<String, Object>> each) {
    return new Problem(status, title, String.valueOf(getMessage()), each);
  }

  List<Map<String, Object>> errors() {
    return errors;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }
}
