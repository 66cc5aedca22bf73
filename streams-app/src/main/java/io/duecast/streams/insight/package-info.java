/**
 * What is owed day by day, over all customers. Read {@link
 * io.duecast.streams.insight.PortfolioFlow} first; the rules are in {@code io.duecast.insight}.
 */
@NullMarked
package io.duecast.streams.insight;

import org.jspecify.annotations.NullMarked;
