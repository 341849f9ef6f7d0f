package io.arduinotrader.protocol.message;

/**
 * Why a well-formed request was refused.
 *
 * @param code what rule said no, for programs
 * @param message the same for a person, with the figures that decided
 * @param field the request field at fault, empty when none is
 */
public record Refusal(RefusalCode code, String message, String field) {

  /** A refusal that no single request field caused. */
  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, "");
  }
}
