package io.arduinotrader.gateway.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects everything that is wrong with a request, so that its sender learns all of it at once.
 * Not thread safe: one collector per request.
 */
public final class FieldViolations {

  private final List<FieldViolation> found = new ArrayList<>();

  /** Notes a violation. */
  public void add(String field, String description) {
    found.add(new FieldViolation(field, description));
  }

  /** Notes a violation where a value was expected; there is none then. */
  public <T> Optional<T> missing(String field, String description) {
    add(field, description);
    return Optional.empty();
  }

  /** Notes a violation unless the condition holds. */
  public void require(boolean holds, String field, String description) {
    if (!holds) {
      add(field, description);
    }
  }

  /** What was found so far, in the order it was found. */
  public List<FieldViolation> found() {
    return List.copyOf(found);
  }

  /** Whether nothing was found so far. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * Ends the reading of a request.
   *
   * @throws InvalidRequestException when anything was found
   */
  public void refuseIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidRequestException(found);
    }
  }
}
