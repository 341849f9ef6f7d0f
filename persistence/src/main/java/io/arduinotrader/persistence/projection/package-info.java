/**
 * What carries events into the tables: exactly once, because a projection's rows and its place in
 * the journal are stored in one transaction.
 */
@NullMarked
package io.arduinotrader.persistence.projection;

import org.jspecify.annotations.NullMarked;
