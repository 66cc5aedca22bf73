package io.duecast.trainer.chain;

/** Thrown if there are too few labelled invoices to learn from; the message says how many. */
public final class TooLittleDataException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int rows;
  private final int late;

  TooLittleDataException(int rows, int late) {
    super(
        ("%d labelled invoices, of which %d were late: a model needs at least %d, of which at least"
                + " %d were late and %d were not")
            .formatted(
                rows,
                late,
                TrainingSettings.FEWEST_ROWS,
                TrainingSettings.FEWEST_OF_A_LABEL,
                TrainingSettings.FEWEST_OF_A_LABEL));
    this.rows = rows;
    this.late = late;
  }

  /** Invoices with a known label. */
  public int rows() {
    return rows;
  }

  /** Of these. */
  public int late() {
    return late;
  }
}
