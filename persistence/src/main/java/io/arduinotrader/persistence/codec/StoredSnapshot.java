package io.arduinotrader.persistence.codec;

import io.arduinotrader.protocol.vocab.Digest;

/**
 * A snapshot as the store keeps it.
 *
 * @param snapshot the state
 * @param manifest which snapshot codec writes it
 * @param head the hash of the last event within the snapshot
 * @param events how many events are within it
 * @param <T> the snapshot record
 */
public record StoredSnapshot<T>(T snapshot, String manifest, Digest head, long events) {}
