/** What the console itself says on the topics. */
@NullMarked
package io.duecast.console.log;

import org.jspecify.annotations.NullMarked;
