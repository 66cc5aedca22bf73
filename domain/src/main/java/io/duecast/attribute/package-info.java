/**
 * Columns of the company's own, declared in configuration. Read {@link
 * io.duecast.attribute.Attributes} first.
 */
@NullMarked
package io.duecast.attribute;

import org.jspecify.annotations.NullMarked;
