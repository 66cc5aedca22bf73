/**
 * What the tables say, over HTTP: lists that are all made alike from {@link
 * io.duecast.console.web.Listings}, single things, and pages. Read {@link
 * io.duecast.console.web.Api} first. Knows nothing of topics.
 */
@NullMarked
package io.duecast.console.web;

import org.jspecify.annotations.NullMarked;
