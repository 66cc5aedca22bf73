/** Simpler rules that a model is compared with. */
@NullMarked
package io.duecast.trainer.baseline;

import org.jspecify.annotations.NullMarked;
