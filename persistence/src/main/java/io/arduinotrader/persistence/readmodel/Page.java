package io.arduinotrader.persistence.readmodel;

import java.util.List;

/**
 * A part of a long answer.
 *
 * @param rows the rows of the page, in the order of the answer
 * @param total how many rows the whole answer has
 * @param <T> a row
 */
public record Page<T>(List<T> rows, long total) {}
