package io.arduinotrader.optimization.domain.allocation;

import io.arduinotrader.optimization.domain.weights.Weights;

/**
 * Weights that keep every limit that was not relaxed, and sum to the budget, both within 1e-9.
 *
 * @param method what answered, for a person, for example {@code minimum variance}
 */
public record Solution(Weights weights, Certificate certificate, String method) {}
