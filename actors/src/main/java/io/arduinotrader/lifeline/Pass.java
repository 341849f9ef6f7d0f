package io.arduinotrader.lifeline;

/**
 * Shows a node that a command was sent to it under an open line, and not before some moment.
 *
 * @param node the incarnation of the node that granted it
 * @param epoch the line, numbered by that node
 * @param stamp a moment of that node's monotonic clock before which the command was not sent, in
 *     nanoseconds
 */
public record Pass(long node, long epoch, long stamp) {}
