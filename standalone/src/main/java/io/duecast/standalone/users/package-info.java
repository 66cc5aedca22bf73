/** Who may log in to the console. */
@NullMarked
package io.duecast.standalone.users;

import org.jspecify.annotations.NullMarked;
