/**
 * What can be learned from an invoice, and when that is known. Read {@link
 * io.duecast.label.Labelling} first. Imports {@code outcome}, {@code receivable} and {@code risk}.
 */
@NullMarked
package io.duecast.label;

import org.jspecify.annotations.NullMarked;
