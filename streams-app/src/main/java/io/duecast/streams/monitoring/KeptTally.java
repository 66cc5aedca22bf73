package io.duecast.streams.monitoring;

import io.duecast.health.HealthTally;

/** All that is known of one model's invoices of one third of a month. */
record KeptTally(HealthTally tally) {}
