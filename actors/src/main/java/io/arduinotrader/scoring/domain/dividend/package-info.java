/** What past dividends say of future ones. */
@NullMarked
package io.arduinotrader.scoring.domain.dividend;

import org.jspecify.annotations.NullMarked;
