/**
 * What a score is computed from: one enum, one meaning each. Read {@link
 * io.duecast.feature.Feature} first. May not import {@code risk}.
 */
@NullMarked
package io.duecast.feature;

import org.jspecify.annotations.NullMarked;
