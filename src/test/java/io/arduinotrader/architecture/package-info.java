/**
 * The rules of the house as tests: which room may know which, what pure code may touch, and how
 * large a file may grow. Start at {@link io.arduinotrader.architecture.RoomRulesTest}.
 */
@NullMarked
package io.arduinotrader.architecture;

import org.jspecify.annotations.NullMarked;
