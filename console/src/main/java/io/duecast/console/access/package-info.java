/** Who may use the console, and for what. */
@NullMarked
package io.duecast.console.access;

import org.jspecify.annotations.NullMarked;
