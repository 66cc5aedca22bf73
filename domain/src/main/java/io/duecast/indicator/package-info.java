/**
 * Economic indicators as they were published. Read {@link io.duecast.indicator.IndicatorHistory}
 * first.
 */
@NullMarked
package io.duecast.indicator;

import org.jspecify.annotations.NullMarked;
