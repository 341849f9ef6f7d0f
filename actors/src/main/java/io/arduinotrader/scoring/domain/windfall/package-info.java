/** Gains far above the trend of a security, and how much of them to take. */
@NullMarked
package io.arduinotrader.scoring.domain.windfall;

import org.jspecify.annotations.NullMarked;
