/** The planning service: making plans with progress, and finding those that were made. */
@NullMarked
package io.arduinotrader.gateway.planning;

import org.jspecify.annotations.NullMarked;
