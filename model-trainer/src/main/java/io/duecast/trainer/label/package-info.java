/**
 * What a model learns from: whether an invoice was late, and when that is known. Read {@link
 * io.duecast.trainer.label.Labelling} first. May not import Weka.
 */
@NullMarked
package io.duecast.trainer.label;

import org.jspecify.annotations.NullMarked;
