/**
 * Labelled invoices as columns. Read {@link io.duecast.trainer.data.Dataset} first. May not import
 * Weka.
 */
@NullMarked
package io.duecast.trainer.data;

import org.jspecify.annotations.NullMarked;
