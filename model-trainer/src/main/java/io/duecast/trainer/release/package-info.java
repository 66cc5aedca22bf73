/**
 * From a trained model to a released one. Read {@link io.duecast.trainer.release.Gate} first. May
 * not import Weka.
 */
@NullMarked
package io.duecast.trainer.release;

import org.jspecify.annotations.NullMarked;
