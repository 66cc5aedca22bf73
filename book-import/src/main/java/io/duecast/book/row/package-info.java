/**
 * One row of an extract read as what it says. Read {@link io.duecast.book.row.BookRow} first. May
 * not import {@code sort} or the root.
 */
@NullMarked
package io.duecast.book.row;

import org.jspecify.annotations.NullMarked;
