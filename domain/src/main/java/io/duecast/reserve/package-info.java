/**
 * What of the receivables is not expected to come in: the reserve for expected credit losses, by
 * group and age, from the company's own losses. The probability of a late payment has no part in
 * it.
 */
@NullMarked
package io.duecast.reserve;

import org.jspecify.annotations.NullMarked;
