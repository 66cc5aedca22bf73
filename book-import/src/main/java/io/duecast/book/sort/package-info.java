/**
 * Sorting of more than fits in memory. Read {@link io.duecast.book.sort.ExternalSort} first.
 * Imports nothing of ours.
 */
@NullMarked
package io.duecast.book.sort;

import org.jspecify.annotations.NullMarked;
