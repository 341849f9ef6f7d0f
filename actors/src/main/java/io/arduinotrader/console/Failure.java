package io.arduinotrader.console;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What a person should read about a failed command. */
final class Failure {

  private Failure() {}

  static String sentence(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof StatusRuntimeException refused) {
      return sentence(refused.getStatus());
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String sentence(Status status) {
    String description = status.getDescription();
    if (status.getCode() == Status.Code.UNAVAILABLE) {
      return "no node answers"
          + (description == null ? "" : " (" + description + ")")
          + "; start one with 'trader start'";
    }
    return description == null
        ? status.getCode().name()
        : status.getCode().name() + ": " + description;
  }
}
