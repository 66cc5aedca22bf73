package io.duecast.trainer.backtest;

import io.duecast.outcome.LabelPolicy;
import io.duecast.trainer.chain.TrainingSettings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a book is backtested.
 *
 * @param asOf nothing of this day or later is known; null for the end of the book
 * @param policy what counts as late
 * @param seed the same, the same models
 */
public record BacktestSettings(
    @Nullable LocalDate asOf,
    Split split,
    LabelPolicy policy,
    Retrain retrain,
    long seed,
    TrainingSettings training) {}
