package io.duecast.wire.codec;

/** Whether what is read was written by others or by ourselves. */
public enum Trust {
  /**
   * From outside: a required text may not be blank, a day lies between 1900 and 2199, and an
   * instant between 1970 and 2199.
   */
  OUTSIDE,
  /** From a store of our own: whatever was written is read. */
  OURS
}
