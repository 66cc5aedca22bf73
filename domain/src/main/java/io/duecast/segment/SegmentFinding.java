package io.duecast.segment;

/** What the desk has found out. */
public sealed interface SegmentFinding permits CustomerSegmented, CustomerOutlier, SegmentWeek {}
