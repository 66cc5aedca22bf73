/** The port through which flows tell of their work in numbers; knows no meter. */
@NullMarked
package io.duecast.streams.watch;

import org.jspecify.annotations.NullMarked;
