/**
 * The report of a backtest as one page. Read {@link io.duecast.trainer.backtest.report.Report}
 * first.
 */
@NullMarked
package io.duecast.trainer.backtest.report;

import org.jspecify.annotations.NullMarked;
