package io.arduinotrader.gateway.universe;

import io.arduinotrader.gateway.wire.MoneyWire;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.common.Security;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Securities as they travel. A price nobody knows is left out and never zero. */
final class SecurityWire {

  private SecurityWire() {}

  static Security of(SecurityRecord record, Optional<Quote> quote, OptionalDouble marketCap) {
    Security.Builder security =
        Security.newBuilder()
            .setSymbol(record.symbol().value())
            .setIsin(record.isin().value())
            .setName(record.name())
            .setExchange(record.exchange())
            .setCurrency(record.currency().code())
            .setSecurityType(record.productType().name())
            .setIsTradable(record.active() && record.allowBuy())
            .setSector(record.sector())
            .setIndustry(record.industry());
    quote.ifPresent(
        known ->
            security
                .setCurrentPrice(MoneyWire.of(known.price()))
                .setPriceUpdated(TimestampWire.of(known.at())));
    marketCap.ifPresent(security::setMarketCap);
    return security.build();
  }

  static List<Security> of(List<SecurityRecord> records, List<Quote> quotes) {
    var byIsin = quotes.stream().collect(Collectors.toMap(Quote::isin, Function.identity()));
    return records.stream().map(record -> of(record, byIsin)).toList();
  }

  private static Security of(SecurityRecord record, Map<Isin, Quote> quotes) {
    return of(record, Optional.ofNullable(quotes.get(record.isin())), OptionalDouble.empty());
  }
}
