package io.arduinotrader.protocol.portfolio;

import io.arduinotrader.protocol.message.ClusterMessage;
import io.arduinotrader.protocol.vocab.Digest;

/**
 * What names the state of the living books.
 *
 * @param events how many events made it
 * @param headHash the hash of the last event's link
 * @param stateHash SHA-256 of everything the books remember
 */
public record PortfolioProof(long events, Digest headHash, Digest stateHash)
    implements ClusterMessage {}
