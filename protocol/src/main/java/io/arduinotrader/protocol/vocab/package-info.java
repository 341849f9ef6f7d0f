/**
 * The words every room shares: identifiers, money, prices, quantities and rates.
 *
 * <p>A value that exists is valid: constructors refuse what the domain does not know, and amounts
 * are decimal numbers in canonical scale, so that equal values are equal objects.
 */
@NullMarked
package io.arduinotrader.protocol.vocab;

import org.jspecify.annotations.NullMarked;
