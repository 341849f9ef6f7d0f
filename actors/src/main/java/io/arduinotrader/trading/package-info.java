/**
 * Trading: orders from wish to end, the rules of an account that every order must pass, and the
 * broker.
 */
@NullMarked
package io.arduinotrader.trading;

import org.jspecify.annotations.NullMarked;
