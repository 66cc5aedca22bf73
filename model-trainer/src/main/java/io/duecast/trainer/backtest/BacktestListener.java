package io.duecast.trainer.backtest;

/** Hears how far a backtest has come. */
@FunctionalInterface
public interface BacktestListener {
  /** Does not listen. */
  BacktestListener NONE = (what, done, of) -> {};

  /** So many of so many steps of something are done. */
  void progressed(String what, long done, long of);
}
