package io.arduinotrader.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.arduinotrader.config.TraderSettings;
import io.arduinotrader.protocol.planning.PlanSecurity;
import io.arduinotrader.protocol.portfolio.PortfolioView;
import io.arduinotrader.protocol.universe.SecurityRecord;
import io.arduinotrader.protocol.vocab.AccountId;
import io.arduinotrader.protocol.vocab.Digest;
import io.arduinotrader.protocol.vocab.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanSecuritiesTest {

  private static final TraderSettings SETTINGS =
      TraderSettings.from(
          ConfigFactory.parseString(
                  """
                  arduino-trader.optimization {
                    country-groups = [{ name = EU, members = [France, Germany], target = 0.6 }]
                    industry-groups = [
                      { name = TECH, members = [Software, Chips], target = 0.5 }
                      { name = MONEY, members = [Banks], target = 0.2 }
                    ]
                  }
                  """)
              .withFallback(ConfigFactory.load("single-device.conf")));

  @Test
  void d8TheGroupOfItsCountryCountsNotItsName() {
    assertThat(security("germany", "").countryGroup()).isEqualTo("EU");
    assertThat(security("EU", "").countryGroup()).isEmpty();
    assertThat(security("Japan", "").countryGroup()).isEmpty();
  }

  @Test
  void aSecurityIsInTheGroupsOfAllItsIndustries() {
    assertThat(security("", "Chips, banks,Software").industryGroups())
        .containsExactly("TECH", "MONEY");
  }

  private static PlanSecurity security(String country, String industry) {
    SecurityRecord sap = Market.SAP;
    SecurityRecord record =
        new SecurityRecord(
            sap.isin(),
            sap.symbol(),
            sap.name(),
            sap.exchange(),
            sap.currency(),
            sap.productType(),
            country,
            sap.sector(),
            industry,
            sap.minimumLot(),
            true,
            true,
            true,
            Optional.empty(),
            Optional.empty());
    return new PlanSecurities(
            Map.of(record.isin(), record),
            Market.quotes(),
            new PortfolioView(
                AccountId.DEFAULT,
                0,
                Digest.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty()),
            Market.trading(List.of(), List.of()),
            SETTINGS.optimization(),
            Market.NOW)
        .security(Market.view(record), Quantity.ZERO, Optional.empty());
  }
}
