/**
 * What a company sets, where each value came from, and what is wrong with it. Read {@link
 * io.duecast.streams.settings.Catalogue} first, then {@link
 * io.duecast.streams.settings.DuecastSettings}.
 */
@NullMarked
package io.duecast.streams.settings;

import org.jspecify.annotations.NullMarked;
