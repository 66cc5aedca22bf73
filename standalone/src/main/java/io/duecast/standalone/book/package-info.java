/**
 * Books of the past, sent to the ledger and accounted for. Read {@link
 * io.duecast.standalone.book.ImportCommand} first.
 */
@NullMarked
package io.duecast.standalone.book;

import org.jspecify.annotations.NullMarked;
