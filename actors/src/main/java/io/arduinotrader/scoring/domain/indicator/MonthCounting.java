package io.arduinotrader.scoring.domain.indicator;

/** How long a window of monthly prices is taken to be. */
public enum MonthCounting {
  /** Twelve prices are a year. Overstates the time by a month and so understates the growth. */
  POINTS,
  /** Twelve months between first and last price are a year, whatever lies between them. */
  INTERVALS
}
