/**
 * Where a node begins: settings, store, actor system, cluster, rooms, ports, and the way back down.
 */
@NullMarked
package io.arduinotrader.bootstrap;

import org.jspecify.annotations.NullMarked;
