package io.arduinotrader.protocol.vocab;

import java.time.Instant;

/**
 * The last known price of a security.
 *
 * @param isin which security
 * @param price per share in its trade currency
 * @param at when the price was true
 * @param source who said so
 */
public record Quote(Isin isin, Price price, Instant at, String source) {}
