package io.arduinotrader.optimization.domain.limits;

import java.util.List;

/**
 * A group of securities and the share of the portfolio the owner wants it to have.
 *
 * @param name for a person
 * @param target wanted share, as a fraction of positions plus cash
 * @param members indices of the securities that belong to it
 */
public record GroupTarget(String name, double target, List<Integer> members) {

  /** Copies the list. */
  public GroupTarget {
    members = List.copyOf(members);
  }
}
