/**
 * Outcomes made into labels. Read {@link io.duecast.streams.labelling.LabellingFlow} first; the
 * rules are the domain's, see {@link io.duecast.label.LabelDesk}.
 */
@NullMarked
package io.duecast.streams.labelling;

import org.jspecify.annotations.NullMarked;
