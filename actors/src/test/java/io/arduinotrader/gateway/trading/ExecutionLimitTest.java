package io.arduinotrader.gateway.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.RetryInfo;
import io.arduinotrader.gateway.edge.CallRefusedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExecutionLimitTest {

  /** Starts near the end of the clock's range, which may wrap around. */
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private final ExecutionLimit limit = new ExecutionLimit(nanos::get);

  @Test
  void letsTenThroughInSixtySecondsAndSaysWhenTheNextMayCome() {
    for (int call = 0; call < ExecutionLimit.MOST; call++) {
      limit.use();
      pass(Duration.ofSeconds(1));
    }
    assertThatThrownBy(limit::use)
        .isInstanceOfSatisfying(
            CallRefusedException.class,
            refused ->
                assertThat(((RetryInfo) refused.details().getFirst()).getRetryDelay().getSeconds())
                    .isEqualTo(50));
    pass(Duration.ofSeconds(50));
    assertThatCode(limit::use).doesNotThrowAnyException();
    assertThatThrownBy(limit::use).isInstanceOf(CallRefusedException.class);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
