/** Risks that are measured on single past returns: tails of losses and drawdowns, downside. */
@NullMarked
package io.arduinotrader.optimization.domain.risk;

import org.jspecify.annotations.NullMarked;
