/**
 * The extracts of an ERP as the facts that they tell, in the order in which those became known.
 * Read {@link io.duecast.book.Book} first. Knows nothing of Kafka.
 */
@NullMarked
package io.duecast.book;

import org.jspecify.annotations.NullMarked;
