/** Whether to sell a position, and how much of it. */
@NullMarked
package io.arduinotrader.scoring.domain.sell;

import org.jspecify.annotations.NullMarked;
