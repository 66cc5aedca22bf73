package io.duecast.streams.run;

import io.duecast.wire.RegistryUnavailableException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when a thread of a flow fails: trouble of the world, such as a broker that crashed
 * and no longer knows a transaction, is tried again, a bounded number of times; anything else is a
 * bug and stops the flow.
 */
final class FailurePolicy implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);
  private static final int LIMIT = 30;
  private static final long WINDOW_NANOS = 600_000_000_000L;

  private final String flow;
  private final Runnable replaced;
  private final Deque<Long> failures = new ArrayDeque<>();

  /**
   * The policy of one flow.
   *
   * @param replaced called for each thread that is replaced
   */
  FailurePolicy(String flow, Runnable replaced) {
    this.flow = flow;
    this.replaced = replaced;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    if (!isOfTheWorld(failure)) {
      LOG.error("{}: stopped by a bug", flow, failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    if (failuresWith(System.nanoTime()) > LIMIT) {
      LOG.error("{}: stopped after {} failures in ten minutes", flow, LIMIT, failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.warn("{}: a thread is replaced: {}", flow, rootOf(failure).toString());
    replaced.run();
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private synchronized int failuresWith(long now) {
    failures.addLast(now);
    while (now - failures.getFirst() > WINDOW_NANOS) {
      failures.removeFirst();
    }
    return failures.size();
  }

  static boolean isOfTheWorld(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailableException
          || (cause instanceof ApiException && !isForGood(cause))) {
        return true;
      }
    }
    return false;
  }

  /** What a broker would answer again however often it is asked. */
  private static boolean isForGood(Throwable answer) {
    // Of wrong credentials Kafka says that the configuration is wrong; they may be being changed.
    return (answer instanceof InvalidConfigurationException
            && !(answer instanceof AuthenticationException))
        || answer instanceof AuthorizationException
        || answer instanceof RecordTooLargeException
        || answer instanceof InvalidTopicException
        || answer instanceof UnsupportedVersionException;
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
