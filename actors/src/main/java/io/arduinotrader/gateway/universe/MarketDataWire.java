package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.universe.MarketMetrics;
import io.arduinotrader.protocol.grpc.universe.PriceBar;
import io.arduinotrader.protocol.universe.BarColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Bars and figures of a security's market as they travel. */
final class MarketDataWire {

  private MarketDataWire() {}

  /** Bars, oldest first. */
  static List<PriceBar> bars(BarColumns columns) {
    return IntStream.range(0, columns.size()).mapToObj(row -> bar(columns, row)).toList();
  }

  /** Figures; what is not known stays at zero, which stands for unknown. */
  static MarketMetrics metrics(io.arduinotrader.protocol.universe.MarketMetrics metrics) {
    MarketMetrics.Builder wire = MarketMetrics.newBuilder();
    metrics.beta().ifPresent(wire::setBeta);
    metrics.volatility().ifPresent(wire::setVolatility);
    metrics.averageVolume20().ifPresent(wire::setAverageVolume);
    metrics.marketCapitalization().ifPresent(wire::setMarketCap);
    metrics.priceEarnings().ifPresent(wire::setPeRatio);
    metrics.dividendYield().ifPresent(wire::setDividendYield);
    metrics.dayChangePercent().ifPresent(wire::setDayChangePct);
    metrics
        .dayChange()
        .ifPresent(change -> wire.setDayChange(MoneyWire.of(change, metrics.currency())));
    metrics.high52Weeks().ifPresent(price -> wire.setWeek52High(MoneyWire.of(price)));
    metrics.low52Weeks().ifPresent(price -> wire.setWeek52Low(MoneyWire.of(price)));
    return wire.build();
  }

  private static PriceBar bar(BarColumns columns, int row) {
    return PriceBar.newBuilder()
        .setDate(TimestampWire.of(LocalDate.ofEpochDay(columns.days()[row])))
        .setOpen(columns.open()[row])
        .setHigh(columns.high()[row])
        .setLow(columns.low()[row])
        .setClose(columns.close()[row])
        .setVolume(columns.volume()[row])
        .setAdjustedClose(columns.adjustedClose()[row])
        .build();
  }
}
