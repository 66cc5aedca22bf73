/**
 * Votes of a forest made into probabilities. Read {@link
 * io.duecast.trainer.calibration.IsotonicCalibration} first. May not import Weka.
 */
@NullMarked
package io.duecast.trainer.calibration;

import org.jspecify.annotations.NullMarked;
