/** What target weights must keep, and what happens when they cannot. */
@NullMarked
package io.arduinotrader.optimization.domain.constraints;

import org.jspecify.annotations.NullMarked;
