package io.arduinotrader.optimization.domain.frontier;

import io.arduinotrader.optimization.domain.solver.KktPoint;
import java.util.OptionalDouble;

/**
 * An answer of a search.
 *
 * @param point with the proof for the last programme that was solved
 * @param used the target aimed at when the one asked for is out of reach
 * @param iterations of all programmes together
 */
public record FrontierPoint(KktPoint point, OptionalDouble used, int iterations) {}
