/**
 * From topics to tables, exactly once: rows and offsets change in one transaction. Read {@link
 * io.duecast.console.projection.Projector} first. Knows nothing of pages.
 */
@NullMarked
package io.duecast.console.projection;

import org.jspecify.annotations.NullMarked;
