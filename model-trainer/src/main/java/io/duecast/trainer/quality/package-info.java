/**
 * How good predictions were. Read {@link io.duecast.trainer.quality.Metrics} first. May not import
 * Weka.
 */
@NullMarked
package io.duecast.trainer.quality;

import org.jspecify.annotations.NullMarked;
