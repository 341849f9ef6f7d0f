package io.arduinotrader.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arduinotrader.gateway.Samples;
import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.FieldViolation;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Symbol;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecuritiesTest {

  private final FieldViolations violations = new FieldViolations();
  private final Securities securities = new Securities(Samples.UNIVERSE.securities());

  @Test
  void readsIdentifiersInAnyCaseAndWithBlanks() {
    assertThat(IdentifierWire.isin(" us0378331005 ", "isin", violations))
        .contains(Samples.APPLE_ISIN);
    assertThat(IdentifierWire.optionalSymbol(" aapl.us ", "symbol", violations))
        .contains(new Symbol("AAPL.US"));
    assertThat(violations.isEmpty()).isTrue();
  }

  @Test
  void refusesAWrongCheckDigit() {
    IdentifierWire.isin("US0378331006", "isin", violations);
    IdentifierWire.isin("", "isin", violations);
    assertThat(violations.found()).hasSize(2);
  }

  @Test
  void findsByEitherNameAndLetsTheIsinWin() {
    assertThat(find("US0378331005", "")).contains(Samples.APPLE);
    assertThat(find("", "AAPL.US")).contains(Samples.APPLE);
    assertThat(find("US0378331005", "AAPL.US")).contains(Samples.APPLE);
    assertThat(find(Samples.NOBODY_ISIN.value(), "AAPL.US")).isEmpty();
    assertThat(violations.isEmpty()).isTrue();
  }

  @Test
  void refusesASymbolOfAnotherSecurity() {
    assertThat(find("US0378331005", "SAP.EU")).isEmpty();
    assertThat(violations.found()).extracting(FieldViolation::field).containsExactly("symbol");
  }

  @Test
  void prefersTheActiveOneOfTwoWithTheSameSymbol() {
    SecurityRecord old =
        Samples.security(Samples.NOBODY_ISIN, "AAPL.US", "Old", "NYSE", Currency.USD)
            .withFlags(false, false, false);
    assertThat(new Securities(List.of(old, Samples.APPLE)).find(new Symbol("AAPL.US")))
        .contains(Samples.APPLE);
  }

  @Test
  void tellsAnUnknownSecurityFromAWrongName() {
    SecurityName unknown = new SecurityName(Optional.of(Samples.NOBODY_ISIN), Optional.empty());
    assertThatThrownBy(() -> securities.required(unknown, "orders[0]", violations))
        .isInstanceOf(CallRefusedException.class)
        .hasMessageContaining("NOT_FOUND")
        .hasMessageContaining("orders[0]");
  }

  private Optional<SecurityRecord> find(String isin, String symbol) {
    return IdentifierWire.security(isin, symbol, "", violations)
        .flatMap(name -> securities.find(name, "symbol", violations));
  }
}
