package io.arduinotrader.scoring.domain;

/** The letter of a total score. */
public enum Grade {
  A_PLUS("A+", 0.9),
  A("A", 0.8),
  B("B", 0.7),
  C("C", 0.6),
  D("D", 0.5),
  F("F", Double.NEGATIVE_INFINITY);

  private final String letter;
  private final double from;

  Grade(String letter, double from) {
    this.letter = letter;
    this.from = from;
  }

  /** The letter as people read it. */
  public String letter() {
    return letter;
  }

  /** The grade of a total score between 0 and 1. */
  public static Grade of(double total) {
    for (Grade grade : values()) {
      if (total >= grade.from) {
        return grade;
      }
    }
    return F;
  }
}
