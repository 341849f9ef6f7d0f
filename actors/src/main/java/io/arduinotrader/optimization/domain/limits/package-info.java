/** What the owner, the venues and the settings allow, as bounds of weights. */
@NullMarked
package io.arduinotrader.optimization.domain.limits;

import org.jspecify.annotations.NullMarked;
