package io.arduinotrader.gateway.operations;

import io.arduinotrader.gateway.edge.CallRefusedException;
import io.arduinotrader.gateway.edge.InvalidRequestException;
import io.arduinotrader.gateway.wire.TimestampWire;
import io.arduinotrader.protocol.grpc.operations.ImportPricesReport;
import io.arduinotrader.protocol.grpc.operations.ImportUniverseReport;
import io.arduinotrader.protocol.grpc.operations.UnusableRow;
import io.arduinotrader.protocol.universe.FeedCommand.FileNotUnderstood;
import io.arduinotrader.protocol.universe.FeedCommand.ImportFailed;
import io.arduinotrader.protocol.universe.FeedCommand.ImportReply;
import io.arduinotrader.protocol.universe.FeedCommand.PricesImported;
import io.arduinotrader.protocol.universe.FeedCommand.SecuritiesImported;
import io.arduinotrader.protocol.universe.ImportedBars;
import io.arduinotrader.protocol.universe.UnusableRows;
import java.util.List;

/** What became of an imported file, as it travels. */
final class ImportWire {

  private ImportWire() {}

  static ImportPricesReport prices(ImportReply reply) {
    return switch (reply) {
      case PricesImported imported -> report(imported);
      case SecuritiesImported other -> throw mismatch(other);
      case FileNotUnderstood unreadable -> throw notUnderstood(unreadable);
      case ImportFailed failed -> throw CallRefusedException.unavailable(failed.reason());
    };
  }

  static ImportUniverseReport universe(ImportReply reply) {
    return switch (reply) {
      case SecuritiesImported imported -> report(imported);
      case PricesImported other -> throw mismatch(other);
      case FileNotUnderstood unreadable -> throw notUnderstood(unreadable);
      case ImportFailed failed -> throw CallRefusedException.unavailable(failed.reason());
    };
  }

  private static ImportPricesReport report(PricesImported imported) {
    ImportedBars bars = imported.bars();
    ImportPricesReport.Builder report =
        ImportPricesReport.newBuilder()
            .setRowsRead(bars.rows())
            .setBarsStored(bars.stored())
            .setSecurities(bars.securities())
            .setUnusableRows(imported.unusable().count())
            .addAllUnusable(rows(imported.unusable()));
    bars.first().ifPresent(day -> report.setFirstDate(TimestampWire.of(day)));
    bars.last().ifPresent(day -> report.setLastDate(TimestampWire.of(day)));
    return report.build();
  }

  private static ImportUniverseReport report(SecuritiesImported imported) {
    return ImportUniverseReport.newBuilder()
        .setRowsRead(imported.rows())
        .setAdded(imported.added())
        .setUnchanged(imported.unchanged())
        .setUnusableRows(imported.unusable().count())
        .addAllUnusable(rows(imported.unusable()))
        .build();
  }

  private static List<UnusableRow> rows(UnusableRows rows) {
    return rows.first().stream()
        .map(
            row ->
                UnusableRow.newBuilder()
                    .setLine(row.line())
                    .setSymbol(row.symbol())
                    .setReason(row.reason())
                    .build())
        .toList();
  }

  private static InvalidRequestException notUnderstood(FileNotUnderstood file) {
    return new InvalidRequestException("content", file.reason());
  }

  private static IllegalStateException mismatch(ImportReply reply) {
    return new IllegalStateException("an import was answered as another kind: " + reply);
  }
}
