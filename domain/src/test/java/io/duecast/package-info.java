/** Examples and random facts to build tests from. Read {@link io.duecast.Examples} first. */
@NullMarked
package io.duecast;

import org.jspecify.annotations.NullMarked;
