/** How a flow reads: every record is a value, or a letter that says why it is none. */
@NullMarked
package io.duecast.streams.intake;

import org.jspecify.annotations.NullMarked;
