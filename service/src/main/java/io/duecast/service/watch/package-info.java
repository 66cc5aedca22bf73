/**
 * What can be seen of a running service: whether its parts live and are ready, and its numbers.
 * Read {@link io.duecast.service.watch.Observatory} first. Knows no flow and no training.
 */
@NullMarked
package io.duecast.service.watch;

import org.jspecify.annotations.NullMarked;
