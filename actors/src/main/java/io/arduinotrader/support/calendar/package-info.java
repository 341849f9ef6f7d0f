/**
 * When the exchanges trade: one data file per venue, read once at start, and the rules that use it.
 * Start reading at {@link io.arduinotrader.support.calendar.MarketCalendars}.
 *
 * <p>Everything here is a pure function of its arguments and the data files; exchange-local time
 * exists nowhere else in the program. What is not known is never open: an unknown venue and a date
 * outside a file's validity are answers of their own, so that a caller can raise an alarm.
 */
@NullMarked
package io.arduinotrader.support.calendar;

import org.jspecify.annotations.NullMarked;
