package io.duecast.simulator;

import java.util.ArrayList;
import java.util.List;

/** Makes one payment of all that a customer pays on a day, if that is its habit. */
final class Till implements Step.Listener {
  private final boolean pools;
  private final Step.Listener listener;
  private final List<Step.Paid> pooled = new ArrayList<>(0);

  Till(boolean pools, Step.Listener listener) {
    this.pools = pools;
    this.listener = listener;
  }

  @Override
  public void tell(long day, Step step) {
    if (pools && step instanceof Step.Payment payment && isPlain(payment.parts().getFirst())) {
      pooled.addAll(payment.parts());
    } else {
      listener.tell(day, step);
    }
  }

  void close(long day) {
    if (!pooled.isEmpty()) {
      listener.tell(day, new Step.Payment(List.copyOf(pooled)));
    }
  }

  private static boolean isPlain(Step.Paid paid) {
    return !paid.alone() && !paid.life().bill.paidInAdvance();
  }
}
