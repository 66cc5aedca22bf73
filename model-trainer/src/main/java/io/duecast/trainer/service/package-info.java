/**
 * Learning as a service: when, from what, and what becomes of it. Read {@link
 * io.duecast.trainer.service.Trainer} first. May not import Weka.
 */
@NullMarked
package io.duecast.trainer.service;

import org.jspecify.annotations.NullMarked;
