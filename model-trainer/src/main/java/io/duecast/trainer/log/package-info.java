/**
 * Labelled invoices as they lie on their topic. Read {@link io.duecast.trainer.log.LabelLog} first.
 * May not import Weka.
 */
@NullMarked
package io.duecast.trainer.log;

import org.jspecify.annotations.NullMarked;
