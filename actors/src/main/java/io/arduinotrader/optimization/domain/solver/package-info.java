/** Convex quadratic programmes of portfolios on plain arrays; matrices are stored row after row. */
@NullMarked
package io.arduinotrader.optimization.domain.solver;

import org.jspecify.annotations.NullMarked;
