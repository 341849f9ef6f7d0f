package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.common.Position;
import io.arduinotrader.protocol.portfolio.AccountValue.PositionValue;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Positions as they travel. Money that clients read without asking always carries a number. */
final class PositionWire {

  private PositionWire() {}

  /** What is held, largest market value first; then what was held once, by symbol. */
  static List<Position> of(Valued valued, boolean includeClosed) {
    List<Position> positions = new ArrayList<>();
    valued.value().positions().forEach(value -> positions.add(of(valued.portfolio(), value)));
    if (includeClosed) {
      valued.portfolio().positions().stream()
          .filter(position -> position.quantity().isZero())
          .forEach(position -> positions.add(closed(valued.portfolio(), position)));
    }
    return positions;
  }

  /** One position that is held. */
  static Position of(PortfolioView portfolio, PositionValue value) {
    return Position.newBuilder()
        .setSymbol(value.symbol().value())
        .setIsin(value.isin().value())
        .setName(value.name())
        .setQuantity(value.quantity().value().doubleValue())
        .setAveragePrice(MoneyWire.of(value.averagePrice()))
        .setCurrentPrice(MoneyWire.of(value.quote().map(Quote::price).orElse(value.averagePrice())))
        .setMarketValue(MoneyWire.of(value.marketValue()))
        .setCostBasis(MoneyWire.of(value.cost()))
        .setUnrealizedPnl(MoneyWire.of(value.gain()))
        .setUnrealizedPnlPct(value.gainPercent().doubleValue())
        .setAccountId(portfolio.account().value())
        .setLastUpdated(TimestampWire.of(lastUpdated(portfolio, value.isin(), value.quote())))
        .build();
  }

  private static Position closed(PortfolioView portfolio, PortfolioView.Position position) {
    return Position.newBuilder()
        .setSymbol(position.symbol().value())
        .setIsin(position.isin().value())
        .setName(position.symbol().value())
        .setAveragePrice(MoneyWire.zero(position.currency()))
        .setCurrentPrice(MoneyWire.zero(position.currency()))
        .setMarketValue(MoneyWire.zero(Currency.EUR))
        .setCostBasis(MoneyWire.zero(Currency.EUR))
        .setUnrealizedPnl(MoneyWire.zero(Currency.EUR))
        .setAccountId(portfolio.account().value())
        .setLastUpdated(TimestampWire.of(position.lastTraded()))
        .build();
  }

  private static Instant lastUpdated(PortfolioView portfolio, Isin isin, Optional<Quote> quote) {
    Instant traded =
        portfolio.position(isin).map(PortfolioView.Position::lastTraded).orElse(Instant.EPOCH);
    return quote.map(Quote::at).filter(traded::isBefore).orElse(traded);
  }
}
