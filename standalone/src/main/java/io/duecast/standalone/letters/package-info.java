/**
 * Records that were refused, and their second chance. Read {@link
 * io.duecast.standalone.letters.DeadLettersCommand} first.
 */
@NullMarked
package io.duecast.standalone.letters;

import org.jspecify.annotations.NullMarked;
