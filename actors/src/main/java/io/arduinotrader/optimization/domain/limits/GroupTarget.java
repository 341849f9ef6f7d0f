package io.arduinotrader.optimization.domain.limits;

/**
 * A group of securities and the share of the portfolio the owner wants it to have.
 *
 * @param name for a person
 * @param target wanted share, as a fraction of positions plus cash
 * @param members for each security how much of it belongs to the group, 0 to 1
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, made and read within one job
public record GroupTarget(String name, double target, double[] members) {

  /** Whether any security belongs to it. */
  boolean hasMembers() {
    for (double member : members) {
      if (member > 0) {
        return true;
      }
    }
    return false;
  }
}
