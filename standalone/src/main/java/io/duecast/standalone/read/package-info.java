/** What lies on the topics, decoded. Read {@link io.duecast.standalone.read.ReadCommand} first. */
@NullMarked
package io.duecast.standalone.read;

import org.jspecify.annotations.NullMarked;
