package io.arduinotrader.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.arduinotrader.console.Trader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class LauncherTest {

  @Test
  void itsHelpNamesEveryCommandOfTheConsole() throws IOException, InterruptedException {
    String help = help();

    assertThat(new CommandLine(Trader.class).getSubcommands().keySet())
        .isNotEmpty()
        .allSatisfy(command -> assertThat(help).containsPattern("(?m)^  " + command + "\\b"));
  }

  private static String help() throws IOException, InterruptedException {
    Process launcher =
        new ProcessBuilder(Path.of("..", "..", "deploy", "trader").toString(), "--help")
            .redirectErrorStream(true)
            .start();
    String words = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(launcher.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(launcher.exitValue()).as(words).isZero();
    return words;
  }
}
