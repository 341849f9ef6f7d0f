package io.arduinotrader.portfolio.domain.valuation;

import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What values and hashes need to know about a security.
 *
 * @param active whether the universe works with it
 * @param minimumTarget wanted least share of the portfolio, percent points
 * @param maximumTarget wanted largest share of the portfolio, percent points
 * @param country where the issuer is at home, empty when unknown
 * @param sector empty when unknown
 * @param industry several separated by commas, empty when unknown
 */
public record SecurityFacts(
    Isin isin,
    Symbol symbol,
    String name,
    boolean active,
    boolean allowBuy,
    boolean allowSell,
    Optional<BigDecimal> minimumTarget,
    Optional<BigDecimal> maximumTarget,
    String country,
    String sector,
    String industry) {}
