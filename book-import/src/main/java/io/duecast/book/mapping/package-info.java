/**
 * What the columns of an extract mean, as a person wrote it down in YAML. Read {@link
 * io.duecast.book.mapping.Mapping} first. May not import {@code row}, {@code sort} or the root.
 */
@NullMarked
package io.duecast.book.mapping;

import org.jspecify.annotations.NullMarked;
