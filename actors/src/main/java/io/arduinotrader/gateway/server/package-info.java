/**
 * The seven ports: which services each offers, how large a message may be, what every answer
 * carries, and how a node stops to take calls without breaking those that run.
 *
 * <p>Start reading at {@link io.arduinotrader.gateway.server.GatewayServers}.
 */
@NullMarked
package io.arduinotrader.gateway.server;

import org.jspecify.annotations.NullMarked;
