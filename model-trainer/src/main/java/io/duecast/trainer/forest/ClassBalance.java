package io.duecast.trainer.forest;

/** What is done about late invoices being few. */
public enum ClassBalance {
  NONE,
  /** Late and on-time rows weigh the same in sum. */
  WEIGHTS
}
