/**
 * Ledger and scoring in one topology. Read {@link io.duecast.streams.ledger.LedgerFlow} first; the
 * rules are in {@code domain}, here is wiring.
 */
@NullMarked
package io.duecast.streams.ledger;

import org.jspecify.annotations.NullMarked;
