/** Past returns on a common calendar, and estimates from them. */
@NullMarked
package io.arduinotrader.optimization.domain.returns;

import org.jspecify.annotations.NullMarked;
