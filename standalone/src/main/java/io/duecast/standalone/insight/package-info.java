/** Commands of the finance lead: what is owed, and how well it comes in. */
@NullMarked
package io.duecast.standalone.insight;

import org.jspecify.annotations.NullMarked;
