package io.arduinotrader.support;

import io.arduinotrader.protocol.message.BrokenChainException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.apache.pekko.dispatch.ExecutionContexts;
import scala.concurrent.ExecutionContext;
import scala.jdk.javaapi.FutureConverters;

/** Puts asynchronous results together without waiting for them. */
public final class Stages {

  private static final ExecutionContext HERE = ExecutionContexts.fromExecutor(Runnable::run);

  private Stages() {}

  /** A result that is there already. */
  public static <T> CompletionStage<T> done(T result) {
    return CompletableFuture.completedStage(result);
  }

  /** What work that may block comes to, done on threads of its own. */
  public static <T> CompletionStage<T> on(Executor threads, Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, threads);
  }

  /**
   * The answer to a question, worked on by the thread that brings it. Pekko's own stages hop to the
   * common pool before every step, which on two cores may be a new thread each time.
   */
  public static <T> CompletionStage<T> onArrival(CompletionStage<T> asked) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    FutureConverters.asScala(asked)
        .onComplete(
            outcome ->
                outcome.isSuccess()
                    ? answer.complete(outcome.get())
                    : answer.completeExceptionally(outcome.failed().get()),
            HERE);
    return answer;
  }

  /** All results in the order of the stages; fails with the first failure. */
  public static <T> CompletionStage<List<T>> all(List<? extends CompletionStage<T>> stages) {
    CompletionStage<List<T>> results = CompletableFuture.completedStage(new ArrayList<>());
    for (CompletionStage<T> stage : stages) {
      results =
          results.thenCombine(
              stage,
              (list, result) -> {
                list.add(result);
                return list;
              });
    }
    return results.thenApply(List::copyOf);
  }

  /** Whether a stage failed because the node that was asked is away, and may come back. */
  public static boolean isAway(Throwable failure) {
    Throwable cause = cause(failure);
    return cause instanceof UnreachableException || cause instanceof WayLostException;
  }

  /** Whether a stage failed because what was asked found its journal broken, and does nothing. */
  public static boolean isBroken(Throwable failure) {
    return cause(failure) instanceof BrokenChainException;
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** What a person should read about a failed stage. */
  public static String reason(Throwable failure) {
    Throwable cause = cause(failure);
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
