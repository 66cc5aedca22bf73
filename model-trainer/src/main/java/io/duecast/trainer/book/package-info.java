/**
 * The invoices of a book, each with what was known at its issue and what became of it. Read {@link
 * io.duecast.trainer.book.BookFold} first. May not import Weka.
 */
@NullMarked
package io.duecast.trainer.book;

import org.jspecify.annotations.NullMarked;
