/**
 * Values of the wire that every service has: amounts, numbers, instants, sides, names, pages. Each
 * class reads one kind into the words of the house or notes what is wrong, and writes it back.
 */
@NullMarked
package io.arduinotrader.gateway.wire;

import org.jspecify.annotations.NullMarked;
