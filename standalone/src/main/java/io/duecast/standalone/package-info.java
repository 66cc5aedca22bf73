/** The {@code duecast} command. Read {@link io.duecast.standalone.Duecast} first. */
@NullMarked
package io.duecast.standalone;

import org.jspecify.annotations.NullMarked;
