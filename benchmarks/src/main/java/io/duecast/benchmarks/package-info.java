/**
 * Measurements: each a command that prints ratios within one run. Read {@link
 * io.duecast.benchmarks.ThroughputCommand} first.
 */
@NullMarked
package io.duecast.benchmarks;

import org.jspecify.annotations.NullMarked;
