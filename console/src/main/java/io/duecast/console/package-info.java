/**
 * The console: what the topics say, in PostgreSQL, over HTTP, and on pages for people. A consumer
 * like any other: it reads committed records and writes to no topic. Read {@link
 * io.duecast.console.projection.Projector} first, then {@code web}.
 */
@NullMarked
package io.duecast.console;

import org.jspecify.annotations.NullMarked;
