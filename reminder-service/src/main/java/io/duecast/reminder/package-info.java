/**
 * Sends reminders. Read {@link io.duecast.reminder.Outbox} first: what is to go out; then {@link
 * io.duecast.reminder.Postman}: how it does.
 */
@NullMarked
package io.duecast.reminder;

import org.jspecify.annotations.NullMarked;
