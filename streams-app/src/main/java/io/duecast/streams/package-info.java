/** The flows. Read {@link io.duecast.streams.Flows} first: it is their table of contents. */
@NullMarked
package io.duecast.streams;

import org.jspecify.annotations.NullMarked;
