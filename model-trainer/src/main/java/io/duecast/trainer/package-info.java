/**
 * Learning: labelled invoices made into a proven and released model. Read {@link
 * io.duecast.trainer.TrainerApp} for how it runs by itself, and {@code trainer.service.Trainer} for
 * what it does.
 */
@NullMarked
package io.duecast.trainer;

import org.jspecify.annotations.NullMarked;
