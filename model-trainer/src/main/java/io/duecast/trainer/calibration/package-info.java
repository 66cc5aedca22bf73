/**
 * From votes to probabilities. Read {@link io.duecast.trainer.calibration.VoteCalibration} first.
 */
@NullMarked
package io.duecast.trainer.calibration;

import org.jspecify.annotations.NullMarked;
