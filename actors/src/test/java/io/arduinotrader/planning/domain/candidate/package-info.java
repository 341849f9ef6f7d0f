/** Worked examples and rules of their own. */
@NullMarked
package io.arduinotrader.planning.domain.candidate;

import org.jspecify.annotations.NullMarked;
