package io.arduinotrader.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** systemd itself reads the unit. */
class UnitTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Path UNIT = ROOT.resolve("deploy/systemd/arduino-trader.service");
  private static final Path ANALYZER = Path.of("/usr/bin/systemd-analyze");
  private static final String PROGRAM = "/opt/arduino-trader/deploy/trader";

  /** Of ten; a service with no protection at all has more than nine. */
  private static final double MOST_EXPOSED = 2.0;

  private record Ended(int status, String words) {}

  @Test
  void theUnitIsUnderstood(@TempDir Path folder) throws Exception {
    Ended ended = analyzed(folder, Files.readString(UNIT), "verify");
    assertThat(ended.words()).isEmpty();
    assertThat(ended.status()).isZero();
  }

  @Test
  void aMistakeWouldBeFound(@TempDir Path folder) throws Exception {
    String unit = Files.readString(UNIT).replace("ProtectSystem=strict", "ProtectSystem=rather");
    assertThat(analyzed(folder, unit, "verify").words()).contains("rather");
  }

  @Test
  void theNodeCanHarmLittle(@TempDir Path folder) throws Exception {
    String words = analyzed(folder, Files.readString(UNIT), "security", "--offline=true").words();
    Matcher exposure = Pattern.compile("exposure level[^:]*: ([0-9.]+)").matcher(words);
    assertThat(exposure.find()).as(words).isTrue();
    assertThat(Double.parseDouble(exposure.group(1))).isLessThanOrEqualTo(MOST_EXPOSED);
  }

  @Test
  void everyVariableItShowsIsOneTheSettingsKnow() throws Exception {
    StringBuilder settings = new StringBuilder(Files.readString(ROOT.resolve("deploy/trader")));
    try (Stream<Path> files = Files.list(ROOT.resolve("cluster-config/src/main/resources"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".conf")).toList()) {
        settings.append(Files.readString(file));
      }
    }
    String shown = Files.readString(UNIT) + Files.readString(UNIT.resolveSibling("node.env"));
    List<String> variables =
        Pattern.compile("TRADER_[A-Z0-9_]+")
            .matcher(shown)
            .results()
            .map(result -> result.group())
            .distinct()
            .toList();
    assertThat(variables).hasSizeGreaterThan(3);
    assertThat(variables).allSatisfy(variable -> assertThat(settings).contains(variable));
  }

  /** The program is not installed here, so another one stands for it. */
  private static Ended analyzed(Path folder, String unit, String... words)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(ANALYZER), "systemd-analyze is not installed here");
    assertThat(unit).contains(PROGRAM);
    Path file = folder.resolve("arduino-trader.service");
    Files.writeString(file, unit.replace(PROGRAM, "/bin/true"));
    Process process =
        new ProcessBuilder(
                Stream.of(List.of(ANALYZER.toString()), List.of(words), List.of(file.toString()))
                    .flatMap(List::stream)
                    .toList())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), said.strip());
  }
}
