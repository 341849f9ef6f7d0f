package io.arduinotrader.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What only the operating system can do to a process. */
final class Signals {

  private Signals() {}

  static void stop(Process process) {
    send("-STOP", process);
  }

  static void proceed(Process process) {
    send("-CONT", process);
  }

  private static void send(String name, Process process) {
    try {
      new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
