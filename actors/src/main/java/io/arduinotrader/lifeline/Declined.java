package io.arduinotrader.lifeline;

import io.arduinotrader.protocol.message.ClusterMessage;

/**
 * The command came too late and was not done.
 *
 * @param reason a sentence
 */
public record Declined(String reason) implements ClusterMessage {}
