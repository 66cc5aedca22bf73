package io.duecast.trainer.backtest;

import io.duecast.model.RiskModel;
import io.duecast.trainer.chain.TrainingReport;
import java.time.LocalDate;

/**
 * A model of a backtest.
 *
 * @param on it scores invoices issued from this day on, until the next release
 * @param id as it stands beside each prediction
 */
public record Release(LocalDate on, String id, RiskModel model, TrainingReport report) {}
