/** Rules that more than one room keeps, so that one room never says what another does not do. */
@NullMarked
package io.arduinotrader.protocol.vocab.rule;

import org.jspecify.annotations.NullMarked;
