/**
 * Random forests by Weka. Read {@link io.duecast.trainer.forest.ForestTrainer} first. The only
 * package that imports Weka.
 */
@NullMarked
package io.duecast.trainer.forest;

import org.jspecify.annotations.NullMarked;
