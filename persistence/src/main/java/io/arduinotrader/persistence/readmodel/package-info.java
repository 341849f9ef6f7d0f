/**
 * The tables that are read but never decide: prices, rates, past trades and cash movements, scores
 * and the list of plans. One class per table. A failure is an exception, never an empty answer.
 */
@NullMarked
package io.arduinotrader.persistence.readmodel;

import org.jspecify.annotations.NullMarked;
