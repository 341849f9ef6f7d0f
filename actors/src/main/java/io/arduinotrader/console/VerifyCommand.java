package io.arduinotrader.console;

import io.arduinotrader.protocol.grpc.operations.VerifiedStream;
import io.arduinotrader.protocol.grpc.operations.VerifyJournalRequest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Checks the journal. */
@Command(name = "verify", description = "Check the hash chain of every stream of the journal.")
final class VerifyCommand extends ConsoleCommand {

  @Override
  void run(Connection node, Words words) {
    List<VerifiedStream> streams = new ArrayList<>();
    node.each(
        node.operations().verifyJournal(VerifyJournalRequest.getDefaultInstance()), streams::add);
    long events = streams.stream().mapToLong(VerifiedStream::getEvents).sum();
    List<VerifiedStream> broken = streams.stream().filter(each -> !each.getIntact()).toList();
    for (VerifiedStream stream : broken) {
      words.line(
          "%s breaks at event %d: %s",
          stream.getPersistenceId(), stream.getFirstBadSequence(), stream.getReason());
    }
    if (!broken.isEmpty()) {
      throw new CommandFailedException(broken.size() + " streams are broken");
    }
    if (!words.printedAsJson(streams)) {
      words.line("%d events in %d streams: every hash chain is intact.", events, streams.size());
    }
  }
}
