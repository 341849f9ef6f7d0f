/** Worked examples and rules of their own. */
@NullMarked
package io.arduinotrader.planning.domain.objective;

import org.jspecify.annotations.NullMarked;
