package io.arduinotrader.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an owner thinks of one security.
 *
 * @param symbol as the universe spells it
 * @param preference factor on what is expected of it, 1 for no opinion
 * @param riskShare how much it may contribute to the risk, in proportion to the 1 of others
 */
public record SecurityWish(String symbol, double preference, double riskShare) {

  private static final double LEAST = 0.1;
  private static final double MOST_PREFERENCE = 3;
  private static final double MOST_RISK = 10;

  /** Reads a list of wishes, one for a security. */
  static List<SecurityWish> read(SettingsReader in, String path) {
    List<SecurityWish> wishes = new ArrayList<>();
    Set<String> named = new HashSet<>();
    int index = 0;
    for (Config entry : in.entries(path)) {
      String where = path + "[" + index++ + "]";
      try {
        SecurityWish wish =
            new SecurityWish(
                entry.getString("symbol").strip(),
                entry.hasPath("preference") ? entry.getDouble("preference") : 1,
                entry.hasPath("risk-share") ? entry.getDouble("risk-share") : 1);
        if (wish.symbol().isEmpty() || !named.add(wish.symbol().toUpperCase(Locale.ROOT))) {
          in.problem(where, "needs a symbol of its own but has '" + wish.symbol() + "'");
        }
        require(wish.preference(), MOST_PREFERENCE, "preference", where, in);
        require(wish.riskShare(), MOST_RISK, "risk-share", where, in);
        wishes.add(wish);
      } catch (ConfigException wrong) {
        in.problem(where, "cannot be read: " + wrong.getMessage());
      }
    }
    return List.copyOf(wishes);
  }

  private static void require(
      double stated, double most, String name, String where, SettingsReader in) {
    if (!(stated >= LEAST && stated <= most)) {
      in.problem(
          where, "has a %s between %s and %s but it is %s".formatted(name, LEAST, most, stated));
    }
  }
}
