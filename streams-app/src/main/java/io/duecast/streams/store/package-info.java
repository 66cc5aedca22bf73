/** What stores of several flows have in common. */
@NullMarked
package io.duecast.streams.store;

import org.jspecify.annotations.NullMarked;
