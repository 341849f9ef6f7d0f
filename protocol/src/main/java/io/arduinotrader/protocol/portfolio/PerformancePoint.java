package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.vocab.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The account's value on one day.
 *
 * @param value positions and cash, base currency
 * @param returnPercent percent points against the point before without the effect of deposits, zero
 *     for the first
 */
public record PerformancePoint(LocalDate day, Money value, BigDecimal returnPercent) {}
