package io.arduinotrader.gateway.edge;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path as the contract spells it, for example {@code trades[2].quantity}
 * @param description what was expected, for a person
 */
public record FieldViolation(String field, String description) {}
