/** Rules of their own. */
@NullMarked
package io.arduinotrader.planning.domain.scenario;

import org.jspecify.annotations.NullMarked;
