package io.arduinotrader.gateway.wire;

import io.arduinotrader.gateway.edge.FieldViolations;
import java.util.List;

/**
 * The part of a list a request wants to see.
 *
 * @param limit entries at most
 * @param offset entries to skip
 */
public record Page(int limit, int offset) {

  /** Entries a page may have. */
  public static final int MOST = 1000;

  /** Entries of a page whose request names no limit. */
  public static final int USUAL = 100;

  /** Reads a page of at most a thousand entries, a hundred when no limit is given. */
  public static Page of(int limit, int offset, FieldViolations violations) {
    return of(limit, offset, USUAL, violations);
  }

  /** Reads a page of at most a thousand entries. */
  public static Page of(int limit, int offset, int usual, FieldViolations violations) {
    violations.require(limit <= MOST, "limit", "must not be above " + MOST);
    violations.require(offset >= 0, "offset", "must not be negative");
    return new Page(limit <= 0 ? usual : limit, offset);
  }

  /** The part of a list; empty when the offset is beyond its end. */
  public <T> List<T> of(List<T> all) {
    return all.stream().skip(offset).limit(limit).toList();
  }
}
