/** What a portfolio would be worth holding: the score plans are compared by. */
@NullMarked
package io.arduinotrader.scoring.domain.endstate;

import org.jspecify.annotations.NullMarked;
