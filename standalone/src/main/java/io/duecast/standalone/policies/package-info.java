/** Policies of reminders: read from files, tried over history, activated. */
@NullMarked
package io.duecast.standalone.policies;

import org.jspecify.annotations.NullMarked;
