package io.arduinotrader.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out what generators wrote: their code follows their authors' rules, not ours. */
public final class HandWrittenClasses implements ImportOption {
  @Override
  public boolean includes(Location location) {
    return !location.contains("/io/arduinotrader/protocol/grpc/")
        && !location.contains("/io/arduinotrader/persistence/journal/");
  }
}
