/**
 * The one place where the wall clock is read. Read {@link io.duecast.streams.clock.DayClock} first.
 */
@NullMarked
package io.duecast.streams.clock;

import org.jspecify.annotations.NullMarked;
