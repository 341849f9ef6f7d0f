package io.arduinotrader.protocol.planning;

/**
 * A part of a search: everything whose first action is this one. Equal parts of equal inputs give
 * equal results, whoever searches them and whatever else is searched.
 *
 * @param first number of the action in the order of the search, from zero
 * @param sequences how many there are in the part
 * @param budget how many of them may be evaluated
 */
public record SearchPart(int first, long sequences, long budget) {}
