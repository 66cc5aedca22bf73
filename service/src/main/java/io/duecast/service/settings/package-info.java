/**
 * What a company sets, where each value came from, and what is wrong with it. Read {@link
 * io.duecast.service.settings.Catalogue} first, then {@link
 * io.duecast.service.settings.DuecastSettings}.
 */
@NullMarked
package io.duecast.service.settings;

import org.jspecify.annotations.NullMarked;
