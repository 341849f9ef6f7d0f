package io.arduinotrader.protocol.universe;

import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What is known about a security apart from its prices.
 *
 * @param exchange the exchange's name as data providers spell it, for example {@code NasdaqGS}
 * @param country where the issuer is at home, empty when unknown
 * @param sector the economic sector, empty when unknown
 * @param industry the industry, several separated by commas, empty when unknown
 * @param minimumLot shares are traded in multiples of this
 * @param active whether the universe works with it
 * @param minimumTarget wanted least share of the portfolio, 0 to 20 percent points
 * @param maximumTarget wanted largest share of the portfolio, 0 to 30 percent points
 */
public record SecurityRecord(
    Isin isin,
    Symbol symbol,
    String name,
    String exchange,
    Currency currency,
    ProductType productType,
    String country,
    String sector,
    String industry,
    Quantity minimumLot,
    boolean active,
    boolean allowBuy,
    boolean allowSell,
    Optional<BigDecimal> minimumTarget,
    Optional<BigDecimal> maximumTarget) {

  /** Brings the targets to their canonical form, so that equal securities are equal objects. */
  public SecurityRecord {
    minimumTarget = minimumTarget.map(SecurityRecord::canonical);
    maximumTarget = maximumTarget.map(SecurityRecord::canonical);
  }

  /** What kind of product a security is. */
  public enum ProductType {
    EQUITY,
    ETF,
    ETC,
    MUTUALFUND,
    UNKNOWN;

    /** Whether there is a company behind it that earns and owes; of the unknown most have one. */
    public boolean isCompany() {
      return this == EQUITY || this == UNKNOWN;
    }
  }

  /** The same security with other flags. */
  public SecurityRecord withFlags(boolean nowActive, boolean nowBuy, boolean nowSell) {
    return new SecurityRecord(
        isin,
        symbol,
        name,
        exchange,
        currency,
        productType,
        country,
        sector,
        industry,
        minimumLot,
        nowActive,
        nowBuy,
        nowSell,
        minimumTarget,
        maximumTarget);
  }

  private static BigDecimal canonical(BigDecimal target) {
    BigDecimal stripped = target.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale()), RoundingMode.UNNECESSARY);
  }
}
