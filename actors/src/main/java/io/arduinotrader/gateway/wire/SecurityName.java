package io.arduinotrader.gateway.wire;

import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.Optional;

/** How a request names a security: by ISIN, by symbol or by both; the ISIN wins. */
public record SecurityName(Optional<Isin> isin, Optional<Symbol> symbol) {

  @Override
  public String toString() {
    return isin.map(Isin::value).or(() -> symbol.map(Symbol::value)).orElse("");
  }
}
