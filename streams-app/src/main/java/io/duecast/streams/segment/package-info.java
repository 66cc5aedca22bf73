/**
 * Risk segments of customers, their trends, and those who depart from what is usual. Read {@link
 * io.duecast.streams.segment.SegmentFlow} first; the rules are in {@code io.duecast.segment}.
 */
@NullMarked
package io.duecast.streams.segment;

import org.jspecify.annotations.NullMarked;
