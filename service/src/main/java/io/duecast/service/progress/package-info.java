/**
 * How far the flows have come, seen from outside. Read {@link
 * io.duecast.service.progress.FlowGroup} first. Knows no flow from inside.
 */
@NullMarked
package io.duecast.service.progress;

import org.jspecify.annotations.NullMarked;
