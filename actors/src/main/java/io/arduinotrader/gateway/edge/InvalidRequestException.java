package io.arduinotrader.gateway.edge;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A request that cannot be understood; answered INVALID_ARGUMENT with every violation. */
public final class InvalidRequestException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never leaves the node
  private final List<FieldViolation> violations;

  /** A request with at least one violation. */
  public InvalidRequestException(List<FieldViolation> violations) {
    super(describe(violations), null, false, false);
    this.violations = List.copyOf(violations);
  }

  /** A request with one violation. */
  public InvalidRequestException(String field, String description) {
    this(List.of(new FieldViolation(field, description)));
  }

  /** Everything that is wrong with it. */
  public List<FieldViolation> violations() {
    return violations;
  }

  private static String describe(List<FieldViolation> violations) {
    return violations.stream()
        .map(violation -> violation.field() + ": " + violation.description())
        .collect(Collectors.joining("; "));
  }
}
