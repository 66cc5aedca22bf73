/**
 * Reminders: who is reminded of what, when, and how. Read {@link io.duecast.dunning.DunningPolicy}
 * (what a company decides), then {@link io.duecast.dunning.DunningDesk} (what follows from it).
 * Imports {@code calendar}, {@code customer}, {@code receivable} and {@code risk}.
 */
@NullMarked
package io.duecast.dunning;

import org.jspecify.annotations.NullMarked;
