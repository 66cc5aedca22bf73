/**
 * How good a model would have been on a book. Read {@link io.duecast.trainer.backtest.Backtest}
 * first.
 */
@NullMarked
package io.duecast.trainer.backtest;

import org.jspecify.annotations.NullMarked;
