/**
 * The real parts Duecast runs on, in one place: Kafka's own broker in this process and a schema
 * registry as a child process. Read {@link io.duecast.stack.EmbeddedStack} first. In deployment
 * each part is replaced by the cluster's own through configuration alone. Imports no other package
 * of the project.
 */
@NullMarked
package io.duecast.stack;

import org.jspecify.annotations.NullMarked;
