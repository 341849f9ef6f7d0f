/** From beliefs and limits to target weights, with a reason for every step. */
@NullMarked
package io.arduinotrader.optimization.domain.pipeline;

import org.jspecify.annotations.NullMarked;
