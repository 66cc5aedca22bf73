/**
 * Which trained model is in charge since when, and why. Read {@link
 * io.duecast.release.ModelReleased} first. Imports only {@code check}.
 */
@NullMarked
package io.duecast.release;

import org.jspecify.annotations.NullMarked;
