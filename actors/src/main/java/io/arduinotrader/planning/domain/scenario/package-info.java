/** What could happen to the best plans and to doing nothing. */
@NullMarked
package io.arduinotrader.planning.domain.scenario;

import org.jspecify.annotations.NullMarked;
