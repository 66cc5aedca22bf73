/**
 * The life of an invoice, from issue to the last cent. Read {@link io.duecast.receivable.Fact}
 * (what came from outside), then {@link io.duecast.receivable.Receivable} (what follows from it).
 * May not import {@code history}, {@code feature} or {@code risk}.
 */
@NullMarked
package io.duecast.receivable;

import org.jspecify.annotations.NullMarked;
