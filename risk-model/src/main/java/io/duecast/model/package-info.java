/**
 * The trained model, at rest and at work: forests over the horizons, their calibration, the reasons
 * of a score, and the file that carries it all. Read {@link io.duecast.model.ForestDefinition}
 * first, then {@link io.duecast.model.HorizonChain}. Knows no Kafka, no Avro and no Weka.
 */
@NullMarked
package io.duecast.model;

import org.jspecify.annotations.NullMarked;
