/**
 * A seeded economy of customers who buy on credit, with hidden truth, that emits the facts a real
 * book would. Read {@link io.duecast.simulator.Economy} first, then {@link
 * io.duecast.simulator.Archetype}. Pure: no clock, no files, no threads; the same settings give the
 * same events to the bit. Depends on the domain alone, and nothing that scores may look into the
 * truth.
 */
@NullMarked
package io.duecast.simulator;

import org.jspecify.annotations.NullMarked;
