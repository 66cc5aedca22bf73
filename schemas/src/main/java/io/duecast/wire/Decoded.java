package io.duecast.wire;

import io.duecast.check.RejectReason;
import io.duecast.check.Rejection;

/** What became of the bytes of a record: a value, or a reason why there is none. */
public sealed interface Decoded<V> {
  /** A value that belongs on its topic. */
  record Value<V>(V value) implements Decoded<V> {}

  /** Bad data; the bytes are with whoever asked, and go to the dead letters. */
  record Rejected<V>(Rejection rejection) implements Decoded<V> {
    public RejectReason reason() {
      return rejection.reason();
    }

    public String detail() {
      return rejection.detail();
    }
  }
}
