/** Positions, cash, reservations and ledger of an account, and what they are worth. */
@NullMarked
package io.arduinotrader.portfolio;

import org.jspecify.annotations.NullMarked;
