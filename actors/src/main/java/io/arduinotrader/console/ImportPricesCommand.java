package io.arduinotrader.console;

import com.google.protobuf.ByteString;
import io.arduinotrader.protocol.grpc.operations.ImportPricesChunk;
import io.arduinotrader.protocol.grpc.operations.ImportPricesReport;
import io.arduinotrader.protocol.grpc.operations.UnusableRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pekko.stream.javadsl.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends a file of prices to the node. */
@Command(
    name = "import-prices",
    description = "Import daily prices from a CSV file, wide or long, for known securities.")
final class ImportPricesCommand extends ConsoleCommand {

  private static final int CHUNK = 256 * 1024;

  @Parameters(index = "0", paramLabel = "FILE", description = "the CSV file")
  private Path file;

  @Option(
      names = "--source",
      defaultValue = "import",
      description = "what to note as the prices' source (default: ${DEFAULT-VALUE})")
  private String source;

  @Override
  void run(Connection node, Words words) {
    ImportPricesReport report = node.answer(node.operations().importPrices(Source.from(chunks())));
    if (words.printedAsJson(report)) {
      return;
    }
    words.line(
        "%d rows read, %d bars of %d securities stored.",
        report.getRowsRead(), report.getBarsStored(), report.getSecurities());
    for (UnusableRow row : report.getUnusableList()) {
      words.line(
          "  line %d%s: %s",
          row.getLine(),
          row.getSymbol().isEmpty() ? "" : " (" + row.getSymbol() + ")",
          row.getReason());
    }
    long more = report.getUnusableRows() - report.getUnusableCount();
    if (more > 0) {
      words.line("  and %d more that cannot be used", more);
    }
  }

  private List<ImportPricesChunk> chunks() {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (NoSuchFileException absent) {
      throw new CommandFailedException("there is no file " + file);
    } catch (IOException unreadable) {
      throw new CommandFailedException("cannot read " + file + ": " + unreadable.getMessage());
    }
    List<ImportPricesChunk> chunks = new ArrayList<>();
    chunks.add(
        ImportPricesChunk.newBuilder()
            .setFileName(String.valueOf(file.getFileName()))
            .setSource(source)
            .build());
    for (int from = 0; from < content.length; from += CHUNK) {
      chunks.add(
          ImportPricesChunk.newBuilder()
              .setContent(
                  ByteString.copyFrom(content, from, Math.min(CHUNK, content.length - from)))
              .build());
    }
    return chunks;
  }
}
