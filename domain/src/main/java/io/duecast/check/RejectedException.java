package io.duecast.check;

/** Thrown where a value from outside cannot be built; the edge turns it into a dead letter. */
public final class RejectedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  public RejectedException(RejectReason reason, String detail) {
    super(reason + ": " + detail);
    this.rejection = new Rejection(reason, detail);
  }

  public Rejection rejection() {
    return rejection;
  }
}
