package io.arduinotrader.gateway.portfolio;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.portfolio.GetCashBalanceResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetPerformanceResponse;
import io.arduinotrader.protocol.grpc.portfolio.GetSummaryResponse;
import io.arduinotrader.protocol.grpc.portfolio.PerformanceDataPoint;
import io.arduinotrader.protocol.grpc.portfolio.PerformanceMetrics;
import io.arduinotrader.protocol.portfolio.AccountValue;
import io.arduinotrader.protocol.portfolio.PerformanceFigures;
import io.arduinotrader.protocol.portfolio.PerformancePoint;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Performance;
import io.arduinotrader.protocol.portfolio.ValuationQuery.Valued;
import io.arduinotrader.protocol.vocab.Currency;

/** Totals of an account as they travel. */
final class SummaryWire {

  private SummaryWire() {}

  static GetSummaryResponse summary(Valued valued) {
    AccountValue value = valued.value();
    GetSummaryResponse.Builder summary =
        GetSummaryResponse.newBuilder()
            .setTotalValue(MoneyWire.of(value.total()))
            .setTotalCost(MoneyWire.of(value.cost()))
            .setTotalPnl(MoneyWire.of(value.gain()))
            .setTotalPnlPct(value.gainPercent().doubleValue())
            .setCashBalance(MoneyWire.of(value.cash()))
            .setPositionCount(value.positions().size());
    if (valued.portfolio().events() > 0) {
      summary.setPortfolioHash(valued.hash().value());
    }
    valued.portfolio().lastChanged().ifPresent(at -> summary.setLastUpdated(TimestampWire.of(at)));
    value
        .sectors()
        .forEach(
            share -> summary.putSectorAllocation(share.label(), share.fraction().doubleValue()));
    value
        .regions()
        .forEach(
            share -> summary.putRegionAllocation(share.label(), share.fraction().doubleValue()));
    return summary.build();
  }

  static GetCashBalanceResponse cash(Valued valued) {
    return GetCashBalanceResponse.newBuilder()
        .setCashBalance(MoneyWire.of(valued.value().cash()))
        .setPendingDeposits(MoneyWire.zero(Currency.EUR))
        .setPendingWithdrawals(MoneyWire.zero(Currency.EUR))
        .setAvailableForTrading(MoneyWire.of(valued.value().freeCash()))
        .build();
  }

  static GetPerformanceResponse performance(Performance performance) {
    GetPerformanceResponse.Builder response = GetPerformanceResponse.newBuilder();
    performance.history().forEach(point -> response.addHistory(point(point)));
    performance.figures().ifPresent(figures -> response.setMetrics(metrics(figures)));
    return response.build();
  }

  private static PerformanceDataPoint point(PerformancePoint point) {
    return PerformanceDataPoint.newBuilder()
        .setDate(TimestampWire.of(point.day()))
        .setValue(MoneyWire.of(point.value()))
        .setReturnPct(point.returnPercent().doubleValue())
        .build();
  }

  private static PerformanceMetrics metrics(PerformanceFigures figures) {
    return PerformanceMetrics.newBuilder()
        .setTotalReturnPct(figures.totalReturnPercent().doubleValue())
        .setAnnualizedReturnPct(figures.annualReturnPercent().doubleValue())
        .setVolatility(figures.volatility().doubleValue())
        .setSharpeRatio(figures.sharpe().doubleValue())
        .setMaxDrawdownPct(figures.maximumDrawdownPercent().negate().doubleValue())
        .setPeakValue(MoneyWire.of(figures.peakValue()))
        .setPeakDate(TimestampWire.of(figures.peakDay()))
        .build();
  }
}
