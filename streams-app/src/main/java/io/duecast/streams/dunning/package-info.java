/**
 * Reminders decided. Read {@link io.duecast.streams.dunning.DunningFlow} first; the rules are the
 * domain's, see {@link io.duecast.dunning.DunningDesk}.
 */
@NullMarked
package io.duecast.streams.dunning;

import org.jspecify.annotations.NullMarked;
