/**
 * How a wrong value is refused: a bug throws, bad data from outside is a {@link
 * io.duecast.check.Rejection} with a reason code. Imports nothing of ours.
 */
@NullMarked
package io.duecast.check;

import org.jspecify.annotations.NullMarked;
