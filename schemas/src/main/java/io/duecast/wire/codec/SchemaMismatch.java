package io.duecast.wire.codec;

/**
 * Thrown when a record and a schema do not fit; the message says where, and what each of them has.
 */
public final class SchemaMismatch extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  SchemaMismatch(String path, String reason) {
    super(path + ": " + reason);
  }
}
