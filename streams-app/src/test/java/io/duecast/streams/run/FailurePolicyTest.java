package io.duecast.streams.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
  private final FailurePolicy policy = new FailurePolicy("test", () -> {});

  @Test
  void aBugStopsTheFlow() {
    assertThat(policy.handle(new StreamsException(new IllegalStateException("a violated rule"))))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void troubleOfTheWorldIsTriedAgain() {
    assertThat(policy.handle(new StreamsException(new TimeoutException("broker"))))
        .isEqualTo(REPLACE_THREAD);
    assertThat(policy.handle(new SaslAuthenticationException("the password was changed")))
        .isEqualTo(REPLACE_THREAD);
  }

  @Test
  void soIsABrokerThatAfterACrashNoLongerKnowsATransaction() {
    assertThat(policy.handle(new StreamsException("commit", new InvalidTxnStateException("state"))))
        .isEqualTo(REPLACE_THREAD);
    assertThat(policy.handle(new StreamsException("send", new OutOfOrderSequenceException("146"))))
        .isEqualTo(REPLACE_THREAD);
  }

  @Test
  void whatABrokerRefusesForGoodStopsTheFlow() {
    assertThat(policy.handle(new StreamsException("send", new RecordTooLargeException("2 MB"))))
        .isEqualTo(SHUTDOWN_CLIENT);
    assertThat(policy.handle(new StreamsException("send", new TopicAuthorizationException("risk"))))
        .isEqualTo(SHUTDOWN_CLIENT);
  }

  @Test
  void butNotForEver() {
    for (int failure = 1; failure <= 30; failure++) {
      assertThat(policy.handle(new TimeoutException("broker"))).isEqualTo(REPLACE_THREAD);
    }
    assertThat(policy.handle(new TimeoutException("broker"))).isEqualTo(SHUTDOWN_CLIENT);
  }
}
