/**
 * The released models, as the flows use them. Read {@link io.duecast.streams.model.ModelFeed}
 * first.
 */
@NullMarked
package io.duecast.streams.model;

import org.jspecify.annotations.NullMarked;
