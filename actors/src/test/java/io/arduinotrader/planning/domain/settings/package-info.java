/** Worked examples and rules of their own. */
@NullMarked
package io.arduinotrader.planning.domain.settings;

import org.jspecify.annotations.NullMarked;
