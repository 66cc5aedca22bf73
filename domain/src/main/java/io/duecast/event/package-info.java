/**
 * What every event carries: who it is, and its three clocks. Read {@link io.duecast.event.Envelope}
 * first. Imports only {@code check}.
 */
@NullMarked
package io.duecast.event;

import org.jspecify.annotations.NullMarked;
