package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.edge.CallContext;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.Edge;
import io.arduinotrader.protocol.grpc.universe.GetMarketDataResponse;
import io.arduinotrader.protocol.universe.MarketDataQuery;
import io.arduinotrader.protocol.universe.MarketDataQuery.Bars;
import io.arduinotrader.protocol.universe.MarketDataQuery.BarsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetBars;
import io.arduinotrader.protocol.universe.MarketDataQuery.GetMetrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.Metrics;
import io.arduinotrader.protocol.universe.MarketDataQuery.MetricsReply;
import io.arduinotrader.protocol.universe.MarketDataQuery.Unreadable;
import io.arduinotrader.protocol.universe.MarketMetrics;
import io.arduinotrader.protocol.universe.SecurityRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Reads bars and figures of a security up to the market's today. */
final class MarketDataReader {

  private final Edge edge;

  MarketDataReader(Edge edge) {
    this.edge = edge;
  }

  /** The bars of the last calendar days and the figures, without the security itself. */
  CompletionStage<GetMarketDataResponse> read(SecurityRecord record, int days, CallContext call) {
    return bars(record, days, call)
        .thenCombine(
            metrics(record, call),
            (bars, metrics) -> {
              GetMarketDataResponse.Builder response =
                  GetMarketDataResponse.newBuilder().setIsin(record.isin().value());
              bars.columns()
                  .forEach(columns -> response.addAllHistory(MarketDataWire.bars(columns)));
              if (metrics.asOf().isPresent()) {
                response.setMetrics(MarketDataWire.metrics(metrics));
              }
              return response.build();
            });
  }

  private CompletionStage<Bars> bars(SecurityRecord record, int days, CallContext call) {
    LocalDate today = edge.marketToday().get();
    return edge.rooms()
        .<MarketDataQuery, BarsReply>ask(
            MarketDataQuery.KEY,
            call.budget(),
            replyTo -> new GetBars(List.of(record.isin()), today.minusDays(days), today, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Bars bars -> bars;
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }

  private CompletionStage<MarketMetrics> metrics(SecurityRecord record, CallContext call) {
    return edge.rooms()
        .<MarketDataQuery, MetricsReply>ask(
            MarketDataQuery.KEY, call.budget(), replyTo -> new GetMetrics(record, replyTo))
        .thenApply(
            reply ->
                switch (reply) {
                  case Metrics metrics -> metrics.metrics();
                  case Unreadable unreadable ->
                      throw CallRefusedException.unavailable(unreadable.reason());
                });
  }
}
