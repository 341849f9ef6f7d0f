package io.arduinotrader.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StagesTest {

  @Test
  void resultsComeInTheOrderOfTheStages() {
    CompletableFuture<String> slow = new CompletableFuture<>();
    CompletionStage<List<String>> all = Stages.all(List.of(slow, Stages.done("fast")));

    assertThat(all.toCompletableFuture()).isNotDone();
    slow.complete("slow");
    assertThat(all.toCompletableFuture()).isCompletedWithValue(List.of("slow", "fast"));
    assertThat(Stages.all(List.<CompletionStage<String>>of()).toCompletableFuture())
        .isCompletedWithValue(List.of());
  }

  @Test
  void oneFailureFailsAll() {
    CompletionStage<List<String>> all =
        Stages.all(
            List.of(
                Stages.done("fine"),
                CompletableFuture.failedStage(new IllegalStateException("no prices"))));

    assertThatThrownBy(() -> all.toCompletableFuture().join()).hasMessageContaining("no prices");
  }

  @Test
  void theReasonIsThatOfTheFirstCause() {
    Throwable cause = new IllegalStateException("no prices");

    assertThat(Stages.reason(new CompletionException(new CompletionException(cause))))
        .isEqualTo("no prices");
    assertThat(Stages.reason(new TimeoutException())).isEqualTo("TimeoutException");
  }
}
