/**
 * How an invoice turned out. Read {@link io.duecast.outcome.LabelPolicy} first. Imports only {@code
 * check}.
 */
@NullMarked
package io.duecast.outcome;

import org.jspecify.annotations.NullMarked;
