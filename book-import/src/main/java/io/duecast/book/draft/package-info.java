/**
 * Drafts of mappings, guessed from the files themselves. Read {@link
 * io.duecast.book.draft.MappingDraft} first.
 */
@NullMarked
package io.duecast.book.draft;

import org.jspecify.annotations.NullMarked;
