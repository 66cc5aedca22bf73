/**
 * Whether a model is still what it was when it was released. Read {@link
 * io.duecast.health.TrainingReference} first. May not be imported by what serves or labels.
 */
@NullMarked
package io.duecast.health;

import org.jspecify.annotations.NullMarked;
