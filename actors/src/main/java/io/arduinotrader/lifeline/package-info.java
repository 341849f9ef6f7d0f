/**
 * How nodes find each other, know at once that another one is gone, and how a command sent to it in
 * vain is kept from being done later.
 *
 * <p>Every node keeps a connection to every other one. Along it the other node grants an epoch and
 * sends stamps of its own clock; a command to that node carries the epoch and the newest stamp, and
 * is refused there once the epoch has ended or the stamp is too old. No two clocks are compared: a
 * stamp is only ever read by the node that made it.
 *
 * <p>Start reading at {@link io.arduinotrader.lifeline.Lines}.
 */
@NullMarked
package io.arduinotrader.lifeline;

import org.jspecify.annotations.NullMarked;
