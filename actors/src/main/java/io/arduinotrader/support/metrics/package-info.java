/**
 * What a node counts and times, and where Prometheus reads it. The names are those of Kamon: dots
 * become underscores in the export, counters end in {@code _total}, durations in {@code _seconds}.
 * Every label has few values: names of code, never of orders, securities or callers.
 *
 * <p>Start reading at {@link io.arduinotrader.support.metrics.MetricsEndpoint}.
 */
@NullMarked
package io.arduinotrader.support.metrics;

import org.jspecify.annotations.NullMarked;
