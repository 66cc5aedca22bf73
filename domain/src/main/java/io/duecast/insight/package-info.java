/**
 * The portfolio of receivables day by day, and the figures that a finance lead steers by. Read
 * {@link io.duecast.insight.PortfolioDesk} first: it folds the accounts into {@link
 * io.duecast.insight.PortfolioDay}s, of which {@link io.duecast.insight.Kpis} are computed. Money
 * is exact; nothing here asks a clock.
 */
@NullMarked
package io.duecast.insight;

import org.jspecify.annotations.NullMarked;
