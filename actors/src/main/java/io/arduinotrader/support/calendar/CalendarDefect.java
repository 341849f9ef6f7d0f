package io.arduinotrader.support.calendar;

/**
 * Something wrong in a calendar file.
 *
 * @param file the file's name, for example {@code XHKG.txt}
 * @param line its line, from 1; 0 when the file as a whole is meant
 * @param problem what is wrong, for a person
 */
public record CalendarDefect(String file, int line, String problem) {

  @Override
  public String toString() {
    return line == 0 ? file + ": " + problem : file + ":" + line + ": " + problem;
  }
}
