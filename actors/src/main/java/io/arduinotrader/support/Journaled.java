package io.arduinotrader.support;

import io.arduinotrader.protocol.vocab.Digest;

/**
 * A state and the place in its stream where it was made.
 *
 * @param state what the events add up to
 * @param head the hash of the last event's link
 * @param events how many events made the state
 * @param <S> the pure state
 */
public record Journaled<S>(S state, Digest head, long events) {}
