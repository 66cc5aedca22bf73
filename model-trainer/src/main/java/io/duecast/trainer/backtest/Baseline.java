package io.duecast.trainer.backtest;

import java.util.List;

/** A simpler rule that a model must beat; each says how likely an invoice is to be late. */
public enum Baseline {
  PRIOR("p_prior", "Share late of the training rows"),
  CUSTOMER("p_customer", "Customer's known late ratio"),
  SHRUNK("p_customer_shrunk", "The same, shrunk to segment and portfolio (m = 10)"),
  LOGISTIC("p_logistic", "Logistic regression"),
  FOREST("p_default_forest", "Weka's RandomForest, its defaults");

  private final String column;
  private final String title;

  Baseline(String column, String title) {
    this.column = column;
    this.title = title;
  }

  /** Of the predictions. */
  public String column() {
    return column;
  }

  /** Among what is said of an invoice. */
  public int place() {
    return List.of(values()).indexOf(this);
  }

  /** In a report. */
  public String title() {
    return title;
  }
}
