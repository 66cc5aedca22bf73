/**
 * How good a model would have been on a book: the command. Read {@link
 * io.duecast.standalone.backtest.BacktestCommand} first.
 */
@NullMarked
package io.duecast.standalone.backtest;

import org.jspecify.annotations.NullMarked;
