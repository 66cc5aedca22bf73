/**
 * The forests of all horizons, as the risk model takes them. Read {@link
 * io.duecast.trainer.chain.ChainTrainer} first.
 */
@NullMarked
package io.duecast.trainer.chain;

import org.jspecify.annotations.NullMarked;
