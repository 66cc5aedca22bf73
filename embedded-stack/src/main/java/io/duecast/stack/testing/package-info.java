/**
 * Real parts for tests, started once per JVM. Read {@link io.duecast.stack.testing.TestStack}
 * first. Only tests import it.
 */
@NullMarked
package io.duecast.stack.testing;

import org.jspecify.annotations.NullMarked;
