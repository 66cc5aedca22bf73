/**
 * A cluster to work with: the embedded one, somebody's, or a real one. Read {@link
 * io.duecast.standalone.platform.Connection} first.
 */
@NullMarked
package io.duecast.standalone.platform;

import org.jspecify.annotations.NullMarked;
