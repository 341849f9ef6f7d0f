package io.arduinotrader.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.gateway.edge.FieldViolation;
import io.arduinotrader.gateway.edge.FieldViolations;
import io.arduinotrader.protocol.grpc.common.Money;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Price;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyWireTest {

  private final FieldViolations violations = new FieldViolations();

  @ParameterizedTest
  @CsvSource({
    "1000.0, EUR, 1000.00 EUR",
    "0, EUR, 0.00 EUR",
    "1e3, usd, 1000.00 USD",
    "1.5E+1, ' gbp ', 15.00 GBP",
    "-2.50, '', -2.50 EUR",
    "0e999999999, EUR, 0.00 EUR",
    "1500, JPY, 1500 JPY"
  })
  void readsAmounts(String amount, String currency, String expected) {
    assertThat(MoneyWire.amount(money(amount, currency), "cash", violations))
        .hasToString("Optional[" + expected + "]");
    assertThat(violations.isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "'', EUR, cash.amount",
    "abc, EUR, cash.amount",
    "'1,5', EUR, cash.amount",
    "NaN, EUR, cash.amount",
    "1.001, EUR, cash.amount",
    "1.5, JPY, cash.amount",
    "1e-9, EUR, cash.amount",
    "1e99, EUR, cash.amount",
    "1e999999999, EUR, cash.amount",
    "1e-999999999, EUR, cash.amount",
    "1, XYZ, cash.currency",
    "1, Euro, cash.currency"
  })
  void namesTheFieldAtFault(String amount, String currency, String field) {
    assertThat(MoneyWire.amount(money(amount, currency), "cash", violations)).isEmpty();
    assertThat(violations.found()).extracting(FieldViolation::field).containsExactly(field);
  }

  @Test
  void collectsEverythingThatIsWrong() {
    assertThat(MoneyWire.amount(money("x", "y"), "cash", violations)).isEmpty();
    assertThat(violations.found())
        .extracting(FieldViolation::field)
        .containsExactly("cash.amount", "cash.currency");
  }

  @Test
  void readsPricesWithSixPlacesAboveZero() {
    assertThat(MoneyWire.price(money("0.000001", "USD"), "price", violations))
        .contains(Price.of("0.000001", Currency.USD));
    assertThat(MoneyWire.price(money("0.0000001", "USD"), "price", violations)).isEmpty();
    assertThat(MoneyWire.price(money("0", "USD"), "price", violations)).isEmpty();
    assertThat(MoneyWire.price(money("-1", "USD"), "price", violations)).isEmpty();
    assertThat(violations.found()).hasSize(3);
  }

  @Test
  void boundsAmounts() {
    assertThat(MoneyWire.amountFromZero(money("0", ""), "a", violations)).isPresent();
    assertThat(MoneyWire.amountAboveZero(money("0.01", ""), "a", violations)).isPresent();
    assertThat(violations.isEmpty()).isTrue();
    assertThat(MoneyWire.amountFromZero(money("-0.01", ""), "a", violations)).isEmpty();
    assertThat(MoneyWire.amountAboveZero(money("0", ""), "b", violations)).isEmpty();
    assertThat(violations.found())
        .extracting(FieldViolation::field)
        .containsExactly("a.amount", "b.amount");
  }

  @Test
  void writesPlainNotationOnly() {
    assertThat(MoneyWire.of(new BigDecimal("1E-7"), Currency.EUR).getAmount())
        .isEqualTo("0.0000001");
    assertThat(MoneyWire.of(new BigDecimal("1E+5"), Currency.EUR).getAmount()).isEqualTo("100000");
    assertThat(MoneyWire.zero(Currency.USD)).isEqualTo(money("0", "USD"));
  }

  private static Money money(String amount, String currency) {
    return Money.newBuilder().setAmount(amount).setCurrency(currency).build();
  }
}
