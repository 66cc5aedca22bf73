/**
 * How a flow is started, watched and stopped. Read {@link io.duecast.streams.run.FlowRunner} first.
 */
@NullMarked
package io.duecast.streams.run;

import org.jspecify.annotations.NullMarked;
