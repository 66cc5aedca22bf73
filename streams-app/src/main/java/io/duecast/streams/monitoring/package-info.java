/**
 * What models said, held against what came. Read {@link
 * io.duecast.streams.monitoring.MonitoringFlow} first; the rules are the domain's, see {@link
 * io.duecast.health.HealthDesk}.
 */
@NullMarked
package io.duecast.streams.monitoring;

import org.jspecify.annotations.NullMarked;
