package io.duecast.trainer.chain;

import io.duecast.model.RiskModel;

/** A model, ready to be written to its file, and how it came about. */
public record TrainedModel(RiskModel model, TrainingReport report) {}
