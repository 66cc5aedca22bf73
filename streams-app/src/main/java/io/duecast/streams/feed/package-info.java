/** How a topic of one partition is followed in memory, whatever happens to the world meanwhile. */
@NullMarked
package io.duecast.streams.feed;

import org.jspecify.annotations.NullMarked;
