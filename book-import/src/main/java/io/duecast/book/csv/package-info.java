/**
 * Files of rows, and the ways in which they write dates and numbers. Read {@link
 * io.duecast.book.csv.CsvTable} first. Imports only {@code check}.
 */
@NullMarked
package io.duecast.book.csv;

import org.jspecify.annotations.NullMarked;
