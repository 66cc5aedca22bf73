/** What a person sees of the command. Read {@link io.duecast.standalone.terminal.Console} first. */
@NullMarked
package io.duecast.standalone.terminal;

import org.jspecify.annotations.NullMarked;
