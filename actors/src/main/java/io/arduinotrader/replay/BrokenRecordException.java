package io.arduinotrader.replay;

import io.arduinotrader.protocol.replay.AccountVerdict.Defect;
import java.io.Serial;

/** The journal is not what was written, so no state follows from it. */
final class BrokenRecordException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  BrokenRecordException(Defect defect) {
    super(
        "stream %s breaks: event %d %s"
            .formatted(defect.stream(), defect.sequenceNumber(), defect.reason()));
  }
}
