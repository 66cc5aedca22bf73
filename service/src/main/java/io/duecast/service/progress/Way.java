package io.duecast.service.progress;

/** The way of a flow to the ends that its inputs had at a moment. */
public interface Way extends AutoCloseable {
  /** Records at most that are still to be processed; 0 when there are none. */
  long behind() throws InterruptedException;

  @Override
  void close();
}
