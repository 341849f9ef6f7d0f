package io.arduinotrader.scoring.domain.indicator;

/** What an average over more bars than there are comes to. */
public enum YoungAverage {
  /** The mean of all bars. */
  MEAN_OF_ALL,
  /** Nothing: a mean of fewer bars is another figure. */
  ABSENT
}
