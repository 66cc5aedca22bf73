/**
 * Business days as events. Read {@link io.duecast.calendar.DayOpened} first. Time is passed in;
 * nothing here asks a clock.
 */
@NullMarked
package io.duecast.calendar;

import org.jspecify.annotations.NullMarked;
