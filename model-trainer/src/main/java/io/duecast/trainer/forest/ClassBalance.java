package io.duecast.trainer.forest;

/** What is done about late invoices being few. */
public enum ClassBalance {
  NONE,
  /** Late and on-time rows weigh the same in sum. */
  WEIGHTS,
  /** Late rows are made up between those that there are, until they are as many: SMOTE. */
  SMOTE
}
