/**
 * The database of the console: one of its own, or any PostgreSQL. Imports nothing of ours but
 * settings.
 */
@NullMarked
package io.duecast.console.database;

import org.jspecify.annotations.NullMarked;
