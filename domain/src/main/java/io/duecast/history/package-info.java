/**
 * How a customer has paid so far: one bounded aggregate, a fold of the receivable changes. Read
 * {@link io.duecast.history.PaymentHistory} first. May not import {@code feature} or {@code risk}.
 */
@NullMarked
package io.duecast.history;

import org.jspecify.annotations.NullMarked;
