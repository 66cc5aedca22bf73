/**
 * What was wrong with an extract: rules, counts, examples, rejects. Read {@link
 * io.duecast.book.quality.QualityReport} first.
 */
@NullMarked
package io.duecast.book.quality;

import org.jspecify.annotations.NullMarked;
