package io.arduinotrader.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValue;
import io.arduinotrader.config.InvalidSettingsException;
import io.arduinotrader.config.Profile;
import io.arduinotrader.config.ServiceRole;
import io.arduinotrader.config.TraderSettings;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  /** In these, and in nothing else, the two boards differ. */
  private static final Set<String> OWN =
      Set.of(
          "arduino-trader.profile",
          "arduino-trader.node.roles",
          "arduino-trader.node.founds",
          "arduino-trader.grpc.host",
          "pekko.cluster.roles",
          "pekko.management.cluster.bootstrap.new-cluster-enabled",
          "pekko.management.http.hostname",
          "pekko.remote.artery.canonical.hostname");

  @Test
  void theBoardsOfAPairDifferOnlyInWhatEachIs() {
    Config first = Profile.load("device-1", Map.of());
    Config second = Profile.load("device-2", Map.of());
    assertThat(differing(first, second)).containsExactlyInAnyOrderElementsOf(OWN);
  }

  @Test
  void everyServiceRunsOnOneBoardOfAPair() {
    TraderSettings first = settings("device-1", Map.of());
    TraderSettings second = settings("device-2", Map.of());
    assertThat(first.roles()).doesNotContainAnyElementsOf(second.roles());
    Set<ServiceRole> all = EnumSet.copyOf(first.roles());
    all.addAll(second.roles());
    assertThat(all).containsExactlyInAnyOrder(ServiceRole.values());
    assertThat(second.roles())
        .containsExactlyInAnyOrder(
            ServiceRole.PORTFOLIO, ServiceRole.TRADING, ServiceRole.OPTIMIZATION);
  }

  @Test
  void onlyTheBoardWithTheMoneyBeginsACluster() {
    Config first = Profile.load("device-1", Map.of());
    Config second = Profile.load("device-2", Map.of());
    String key = "pekko.management.cluster.bootstrap.new-cluster-enabled";
    assertThat(first.getBoolean(key)).isFalse();
    assertThat(second.getBoolean(key)).isTrue();
    assertThat(second.getStringList("pekko.cluster.roles")).contains("device-2");
  }

  @Test
  void bothBoardsKnowBothAddresses() {
    Map<String, String> environment =
        Map.of("TRADER_DEVICE_2", "127.0.0.9", "TRADER_MANAGEMENT_PORT", "9000");
    for (String device : List.of("device-1", "device-2")) {
      assertThat(
              Profile.load(device, environment)
                  .getConfigList("pekko.discovery.config.services.arduino-trader.endpoints"))
          .extracting(point -> point.getString("host") + ":" + point.getInt("port"))
          .containsExactly("127.0.0.1:9000", "127.0.0.9:9000");
    }
    assertThat(
            Profile.load("device-2", environment)
                .getString("pekko.remote.artery.canonical.hostname"))
        .isEqualTo("127.0.0.9");
  }

  @Test
  void aContainerIsWhatItsEnvironmentSays() {
    Map<String, String> environment =
        Map.of(
            "TRADER_ROLES", "scoring, planning",
            "TRADER_CONTACT_POINTS", "127.0.0.1:8558, 127.0.0.2:8558",
            "TRADER_FOUNDS", "false");
    assertThat(settings("container", environment).roles())
        .containsExactlyInAnyOrder(ServiceRole.SCORING, ServiceRole.PLANNING);
    assertThat(Profile.load("container", environment).getStringList("pekko.cluster.roles"))
        .containsExactly("scoring", "planning");
  }

  @Test
  void aContainerThatIsToldNothingSaysEverythingItLacks() {
    assertThat(problems("container", Map.of()))
        .anyMatch(problem -> problem.startsWith("arduino-trader.node.roles: names none of"))
        .anyMatch(problem -> problem.startsWith("arduino-trader.node.contact-points"));
  }

  @Test
  void halfOfAPairIsRefused() {
    assertThat(problems("device-2", Map.of("TRADER_DEVICE_1", "192.168.1.100")))
        .anyMatch(problem -> problem.contains("mixes addresses of this machine with others"));
  }

  @Test
  void twoBoardsAtOneAddressAreRefused() {
    assertThat(problems("device-1", Map.of("TRADER_DEVICE_2", "127.0.0.1")))
        .anyMatch(problem -> problem.contains("names 127.0.0.1:8558 twice"))
        .anyMatch(problem -> problem.contains("must be two different addresses"));
  }

  @Test
  void whatIsWrongWithANodeIsSaidAllAtOnce() {
    assertThat(
            problems(
                "container",
                Map.of(
                    "TRADER_ROLES", "scoring, dancing",
                    "TRADER_CONTACT_POINTS", "here, 127.0.0.7:99999",
                    "TRADER_FOUNDS", "perhaps",
                    "TRADER_LIFELINE_SILENCE", "60 ms")))
        .anyMatch(problem -> problem.contains("'dancing'"))
        .anyMatch(problem -> problem.contains("'here'"))
        .anyMatch(problem -> problem.contains("'127.0.0.7:99999'"))
        .anyMatch(problem -> problem.contains("does not name this node, 127.0.0.1:8558"))
        .anyMatch(problem -> problem.startsWith("arduino-trader.node.founds"))
        .anyMatch(problem -> problem.startsWith("arduino-trader.lifeline.silence"));
  }

  @Test
  void anUnknownProfileIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> Profile.load("device-3", Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("device-1, device-2");
  }

  private static TraderSettings settings(String profile, Map<String, String> environment) {
    return TraderSettings.from(Profile.load(profile, environment));
  }

  private static List<String> problems(String profile, Map<String, String> environment) {
    InvalidSettingsException refused =
        catchThrowableOfType(InvalidSettingsException.class, () -> settings(profile, environment));
    return Objects.requireNonNull(refused).problems();
  }

  private static Set<String> differing(Config first, Config second) {
    Map<String, ConfigValue> one = leaves(first);
    Map<String, ConfigValue> other = leaves(second);
    Set<String> keys = new HashSet<>(one.keySet());
    keys.addAll(other.keySet());
    return keys.stream()
        .filter(key -> !Objects.equals(one.get(key), other.get(key)))
        .collect(Collectors.toSet());
  }

  private static Map<String, ConfigValue> leaves(Config config) {
    return config.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
