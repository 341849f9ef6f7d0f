package io.arduinotrader.protocol.universe;

/**
 * A row of a file that could not be used.
 *
 * @param line line in the file, counted from 1, the header included
 * @param symbol what the row calls the security, empty when it could not be read
 * @param reason what is wrong with it, for a person
 */
public record UnusableRow(long line, String symbol, String reason) {}
