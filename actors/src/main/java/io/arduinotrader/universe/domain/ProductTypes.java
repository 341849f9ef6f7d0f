package io.arduinotrader.universe.domain;

import io.arduinotrader.protocol.universe.SecurityRecord.ProductType;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * From what a data provider calls a product to what the house calls it. Providers file many
 * exchange traded products under mutual funds; their names tell. Whole words decide, because a name
 * such as "Sketchers" contains "etc" and "Boiler" contains "oil".
 */
public final class ProductTypes {

  private static final Set<String> COMMODITY_WORDS =
      Set.of(
          "ETC",
          "COMMODITY",
          "COMMODITIES",
          "GOLD",
          "SILVER",
          "PLATINUM",
          "PALLADIUM",
          "COPPER",
          "OIL",
          "BRENT",
          "WTI");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private ProductTypes() {}

  /**
   * The type of a product.
   *
   * @param providerType what the provider calls it, for example {@code EQUITY} or {@code
   *     MUTUALFUND}, in any case
   * @param name the product's name
   */
  public static ProductType of(String providerType, String name) {
    return switch (providerType.strip().toUpperCase(Locale.ROOT)) {
      case "EQUITY" -> ProductType.EQUITY;
      case "ETF" -> ProductType.ETF;
      case "ETC" -> ProductType.ETC;
      case "MUTUALFUND" -> fund(words(name));
      default -> ProductType.UNKNOWN;
    };
  }

  private static ProductType fund(Set<String> words) {
    if (!Collections.disjoint(words, COMMODITY_WORDS)) {
      return ProductType.ETC;
    }
    return words.contains("ETF") ? ProductType.ETF : ProductType.MUTUALFUND;
  }

  private static Set<String> words(String name) {
    return Arrays.stream(BETWEEN_WORDS.split(name.toUpperCase(Locale.ROOT), -1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
