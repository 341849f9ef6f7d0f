package io.arduinotrader.trading.simulation;

/** Something happened that must never happen. */
final class BrokenPromise extends AssertionError {

  private static final long serialVersionUID = 1;

  private final String promise;

  BrokenPromise(String promise) {
    super(promise);
    this.promise = promise;
  }

  /** What was promised and happened otherwise. */
  String promise() {
    return promise;
  }
}
