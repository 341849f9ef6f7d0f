package io.arduinotrader.support;

import java.util.UUID;

/** The one place where identifiers that nobody can guess or repeat come from. */
public final class Ids {

  private Ids() {}

  /** A new random identifier, 36 characters. */
  public static String random() {
    return UUID.randomUUID().toString();
  }
}
