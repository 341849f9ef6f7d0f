/**
 * What the portfolio is asked, answers, remembers and shows: positions, cash, reservations, ledger.
 */
@NullMarked
package io.arduinotrader.protocol.portfolio;

import org.jspecify.annotations.NullMarked;
