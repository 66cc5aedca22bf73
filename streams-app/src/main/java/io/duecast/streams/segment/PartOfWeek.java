package io.duecast.streams.segment;

import io.duecast.segment.SegmentWeek;

/** What came due in one week in one partition of the customers. */
record PartOfWeek(int partition, SegmentWeek week) {}
