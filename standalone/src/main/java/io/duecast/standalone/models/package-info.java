/** What was learned: the commands about models, and why an invoice was scored as it was. */
@NullMarked
package io.duecast.standalone.models;

import org.jspecify.annotations.NullMarked;
