/** Portfolios on the efficient frontier and of balanced risk, found by quadratic programmes. */
@NullMarked
package io.arduinotrader.optimization.domain.frontier;

import org.jspecify.annotations.NullMarked;
