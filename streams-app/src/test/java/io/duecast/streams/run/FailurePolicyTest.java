package io.duecast.streams.run;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
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
  void butNotForEver() {
    for (int failure = 1; failure <= 30; failure++) {
      assertThat(policy.handle(new TimeoutException("broker"))).isEqualTo(REPLACE_THREAD);
    }
    assertThat(policy.handle(new TimeoutException("broker"))).isEqualTo(SHUTDOWN_CLIENT);
  }
}
