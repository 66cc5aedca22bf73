/**
 * The published indicators, read into memory. Read {@link
 * io.duecast.streams.indicator.IndicatorFeed} first.
 */
@NullMarked
package io.duecast.streams.indicator;

import org.jspecify.annotations.NullMarked;
