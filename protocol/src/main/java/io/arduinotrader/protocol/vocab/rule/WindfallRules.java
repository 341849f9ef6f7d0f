package io.arduinotrader.protocol.vocab.rule;

/** The choices that tell one edition of the windfall rules from another. */
public enum WindfallRules {
  /** As first published: a falling trend counts, shares jump, figures are rounded on the way. */
  FIRST_EDITION,
  /** In use: a trend is zero at least, shares are continuous, nothing is rounded. */
  SECOND_EDITION
}
