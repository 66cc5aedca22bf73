/** When the cash comes: what is open, as it was assessed, into a forecast of each week. */
@NullMarked
package io.duecast.streams.forecast;

import org.jspecify.annotations.NullMarked;
