/**
 * What every gRPC service of the house shares: the context of a call, the one mapper from failures
 * to statuses, and the ways to the actors that do the work.
 *
 * <p>Start reading at {@link io.arduinotrader.gateway.edge.CallContext} and {@link
 * io.arduinotrader.support.Rooms}.
 */
@NullMarked
package io.arduinotrader.gateway.edge;

import org.jspecify.annotations.NullMarked;
