package io.duecast.streams.watch;

import io.duecast.check.RejectReason;
import io.duecast.label.LabelledInvoice;
import io.duecast.risk.RiskAssessed;
import io.duecast.wire.Topic;
import java.time.Duration;

/**
 * Whom a flow tells what it does, in numbers alone. What is done again after a failure is told
 * again. Called by the threads of the flow; must be quick, and must not throw.
 */
public interface FlowWatch {
  /** Nobody. */
  FlowWatch NONE = new FlowWatch() {};

  /** A record was read, and what it carries. */
  default void taken(Topic<?> topic, Class<?> kind) {}

  /** A record was refused, or a part of it. */
  default void refused(RejectReason reason) {}

  /**
   * An invoice was assessed.
   *
   * @param sinceLearned from the time at which it was learned that it was issued
   */
  default void assessed(RiskAssessed risk, Duration sinceLearned) {}

  /** An invoice has a label, or another one than before. */
  default void labelled(LabelledInvoice invoice) {}
}
