/**
 * How long the mathematics takes. {@code ./mvnw -Pbenchmark test -Dbenchmarks=Scoring} runs the
 * benchmarks whose names match; {@code -Dbenchmark.options="-prof gc"} passes options to JMH.
 */
@NullMarked
package io.arduinotrader.benchmark;

import org.jspecify.annotations.NullMarked;
