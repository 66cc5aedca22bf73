package io.duecast.streams.monitoring;

import io.duecast.health.HealthTally;
import io.duecast.health.MonthPart;

/** What a day changed of what is known of one model's invoices of one third of a month. */
record PartTally(String modelId, MonthPart part, HealthTally tally) {}
