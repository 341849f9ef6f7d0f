package io.arduinotrader.protocol.cycle;

/** The stages of a trading cycle in their order, with the progress at which each begins. */
public enum Stage {
  SYNC("syncing", 0),
  SCORE("scoring", 30),
  OPTIMIZE("optimizing", 50),
  PLAN("planning", 70),
  EXECUTE("executing", 90);

  private final String token;
  private final int startsAtPercent;

  Stage(String token, int startsAtPercent) {
    this.token = token;
    this.startsAtPercent = startsAtPercent;
  }

  /** The stage's name in progress messages. */
  public String token() {
    return token;
  }

  /** The progress in percent at which the stage begins. */
  public int startsAtPercent() {
    return startsAtPercent;
  }
}
