/**
 * The gateway's own service: how the system is, trading cycles, deposits and jobs; and the health
 * of all services, which is probed in rounds and answered from memory.
 */
@NullMarked
package io.arduinotrader.gateway.system;

import org.jspecify.annotations.NullMarked;
