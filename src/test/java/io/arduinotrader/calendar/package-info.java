/** The market calendars against sessions that were recorded. */
@NullMarked
package io.arduinotrader.calendar;

import org.jspecify.annotations.NullMarked;
