/**
 * The whole in containers: two instances of the streams service on one broker and one registry, and
 * what may happen to them. Read {@link io.duecast.containers.CrashTest} first, then {@link
 * io.duecast.containers.Company}, which lives meanwhile, and {@link io.duecast.containers.Verdict}.
 */
@NullMarked
package io.duecast.containers;

import org.jspecify.annotations.NullMarked;
