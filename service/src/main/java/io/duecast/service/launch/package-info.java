/**
 * How a service starts and ends: where its settings come from, its topics, its log, the signal to
 * stop. Read {@link io.duecast.service.launch.ServiceProcess} first.
 */
@NullMarked
package io.duecast.service.launch;

import org.jspecify.annotations.NullMarked;
