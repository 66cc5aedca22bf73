package io.duecast.service.launch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether a person, or the system, asked the command to end. */
public final class StopSignal {
  private final CountDownLatch asked = new CountDownLatch(1);

  public void ask() {
    asked.countDown();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** Waits so long, or until it is asked; then true. */
  public boolean isAskedWithin(Duration time) throws InterruptedException {
    return asked.await(time.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until it is asked. */
  public void await() throws InterruptedException {
    asked.await();
  }
}
