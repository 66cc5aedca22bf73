package io.duecast.console.projection;

/** Where a record stands in its topic. */
record Place(int partition, long offset) {}
