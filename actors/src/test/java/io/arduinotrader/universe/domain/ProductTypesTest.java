package io.arduinotrader.universe.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductTypesTest {

  @ParameterizedTest
  @CsvSource({
    "Sketcher Fund, MUTUALFUND",
    "Boiler Income Fund, MUTUALFUND",
    "Marigold Growth, MUTUALFUND",
    "Brent-Oil tracker, ETC",
    "Xetra-Gold (ETC), ETC",
    "world ucits etf, ETF",
    "Gold Miners ETF, ETC"
  })
  void wholeWordsOfTheNameTellFundsApart(String name, ProductType expected) {
    assertThat(ProductTypes.of("mutualfund", name)).isEqualTo(expected);
  }
}
