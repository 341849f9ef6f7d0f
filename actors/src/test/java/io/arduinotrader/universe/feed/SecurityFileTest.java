package io.arduinotrader.universe.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import io.arduinotrader.protocol.universe.UnusableRow;
import io.arduinotrader.protocol.vocab.Currency;
import io.arduinotrader.protocol.vocab.Isin;
import io.arduinotrader.protocol.vocab.Quantity;
import io.arduinotrader.protocol.vocab.Symbol;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityFileTest {

  private static final String HEADER =
      "symbol,isin,name,currency,country,industry,exchange,product_type,min_lot\n";

  @Test
  void aRowIsASecurityThatMayBeTraded() {
    SecurityFile file =
        read(HEADER + "aapl,us0378331005,\"Apple, Inc.\",usd,United States,Tech,NasdaqGS,EQUITY,5");

    assertThat(file.securities())
        .containsExactly(
            new SecurityRecord(
                new Isin("US0378331005"),
                new Symbol("AAPL"),
                "Apple, Inc.",
                "NasdaqGS",
                Currency.USD,
                ProductType.EQUITY,
                "United States",
                "Tech",
                "Tech",
                Quantity.of(5),
                true,
                true,
                true,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void columnsComeInAnyOrderAndASectorMayBeNamed() {
    SecurityFile file =
        read(
            """
            min_lot,sector,isin,symbol,name,currency,country,industry,exchange,product_type
            1,Technology,US0378331005,AAPL,Apple,USD,,Phones,NasdaqGS,EQUITY
            """);

    assertThat(file.securities().getFirst().sector()).isEqualTo("Technology");
    assertThat(file.securities().getFirst().industry()).isEqualTo("Phones");
  }

  @Test
  void unusableRowsAreReportedWithTheirLine() {
    SecurityFile file =
        read(
            HEADER
                + """
                AAPL,US0378331006,Apple,USD,,,,EQUITY,1
                ?,US0378331005,Apple,USD,,,,EQUITY,1
                AAPL,US0378331005,Apple,XXQ,,,,EQUITY,1
                VOD,GB00BH4HKS39,Vodafone,GBp,,,LSE,EQUITY,1
                AAPL,US0378331005,Apple,USD,,,,EQUITY,0
                AAPL,US0378331005,Apple,USD,,,,EQUITY
                AAPL,US0378331005,Apple,USD,,,,EQUITY,1
                APPLE,US0378331005,Apple,USD,,,,EQUITY,1
                """);

    assertThat(file.rows()).isEqualTo(8);
    assertThat(file.securities()).hasSize(1);
    assertThat(file.unusable().first())
        .containsExactly(
            new UnusableRow(2, "AAPL", "not an ISIN: 'US0378331006'"),
            new UnusableRow(3, "?", "not a symbol: '?'"),
            new UnusableRow(4, "AAPL", "not a currency: 'XXQ'"),
            new UnusableRow(5, "VOD", "prices in pence are not understood, only in GBP"),
            new UnusableRow(6, "AAPL", "min_lot is at least 1: '0'"),
            new UnusableRow(7, "", "8 columns instead of 9"),
            new UnusableRow(9, "APPLE", "US0378331005 is in an earlier row already"));
  }

  @Test
  void aMissingColumnSpoilsTheFile() {
    assertThatExceptionOfType(FeedException.class)
        .isThrownBy(() -> read("symbol,isin,name,currency,country,industry\n"))
        .withMessageContaining("lacks exchange, product_type, min_lot");
  }

  private static SecurityFile read(String text) {
    return SecurityFile.read(new StringReader(text));
  }
}
