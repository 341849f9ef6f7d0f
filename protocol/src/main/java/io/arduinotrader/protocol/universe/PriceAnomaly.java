package io.arduinotrader.protocol.universe;

import java.time.LocalDate;

/**
 * A price that was kept out because it cannot be true.
 *
 * @param day the trading day it claimed
 * @param rule the rule it broke, for example {@code JUMP}
 * @param detail the figures that decided, for a person
 */
public record PriceAnomaly(LocalDate day, String rule, String detail) {}
