/**
 * Risk segments: how a customer pays, how much it is worth, which way it goes, and what to do about
 * it. Not the segment that the company itself declares of a customer. Read {@link
 * io.duecast.segment.RiskSegment} and {@link io.duecast.segment.SegmentDesk} first. Imports {@code
 * check}, {@code money}, {@code calendar}, {@code outcome}, {@code customer}, {@code receivable}
 * and {@code risk}.
 */
@NullMarked
package io.duecast.segment;

import org.jspecify.annotations.NullMarked;
