/**
 * What a treatment does to payments, from customers who were drawn to go without it. Read {@link
 * io.duecast.experiment.Assignment} (who was to be treated), then {@link
 * io.duecast.experiment.ExperimentReport} (what the difference is). Imports {@code dunning}, {@code
 * customer}, {@code money}, {@code outcome} and {@code receivable}.
 */
@NullMarked
package io.duecast.experiment;

import org.jspecify.annotations.NullMarked;
