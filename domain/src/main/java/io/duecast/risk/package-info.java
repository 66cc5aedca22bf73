/**
 * From features to a risk: scorer, baseline, bands, reasons. Read {@link io.duecast.risk.Assessor}
 * first.
 */
@NullMarked
package io.duecast.risk;

import org.jspecify.annotations.NullMarked;
