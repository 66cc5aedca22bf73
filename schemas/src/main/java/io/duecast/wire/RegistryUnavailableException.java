package io.duecast.wire;

import org.apache.kafka.common.errors.RetriableException;

/**
 * Thrown when the schema registry cannot be asked: it says nothing about the record, which is to be
 * read again.
 */
public final class RegistryUnavailableException extends RetriableException {
  private static final long serialVersionUID = 1L;

  public RegistryUnavailableException(String message) {
    super(message);
  }

  RegistryUnavailableException(int schemaId, Throwable cause) {
    super("the schema registry did not say what schema " + schemaId + " is: " + cause, cause);
  }
}
