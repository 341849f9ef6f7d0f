/** Shows what events of a cycle add up to, without actors, storage and clocks. */
@NullMarked
package io.arduinotrader.gateway.cycle.domain;

import org.jspecify.annotations.NullMarked;
