package io.duecast.book;

/** Thrown when the rows of one payment contradict each other. */
final class PaymentContradictionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String what;

  PaymentContradictionException(String what) {
    super(what);
    this.what = what;
  }

  String what() {
    return what;
  }
}
