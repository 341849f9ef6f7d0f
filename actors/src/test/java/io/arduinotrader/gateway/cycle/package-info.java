/** Shows how a trading cycle and deposits go, with the test in place of all other rooms. */
@NullMarked
package io.arduinotrader.gateway.cycle;

import org.jspecify.annotations.NullMarked;
