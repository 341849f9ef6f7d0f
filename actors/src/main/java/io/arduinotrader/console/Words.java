package io.arduinotrader.console;

import com.google.protobuf.MessageOrBuilder;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Where a command prints, and whether for a person or for a program. */
final class Words {

  private final PrintWriter out;
  private final PrintWriter progress;
  private final boolean json;

  Words(PrintWriter out, PrintWriter progress, boolean json) {
    this.out = out;
    this.progress = progress;
    this.json = json;
  }

  /** Prints the answer as JSON when that was asked for; then there is nothing more to print. */
  boolean printedAsJson(MessageOrBuilder answer) {
    if (json) {
      out.println(Shown.json(answer));
      out.flush();
    }
    return json;
  }

  /** Prints the answers as JSON, one after the other, when that was asked for. */
  boolean printedAsJson(List<? extends MessageOrBuilder> answers) {
    answers.forEach(this::printedAsJson);
    return json;
  }

  /** Whether a program reads the answer. */
  boolean isJson() {
    return json;
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  void line(String format, Object... values) {
    line(String.format(Locale.ROOT, format, values));
  }

  void table(Table table) {
    out.print(table);
    out.flush();
  }

  /** Says how far long work is; apart from the answer, so that programs can read that alone. */
  void progress(int percent, String step, String message) {
    progress.printf(Locale.ROOT, "  [%3d %%] %-10s %s%n", percent, step, message);
    progress.flush();
  }
}
